import { Module } from '@nestjs/common';
import { AchievementsModule } from '../achievements/achievements.module.js';
import { MatchesModule } from '../matches/matches.module.js';
import { MetricRegistry } from './metric-registry.js';
import { OverviewResolver } from './overview.resolver.js';
import { OverviewService } from './overview.service.js';

@Module({ imports: [AchievementsModule, MatchesModule], providers: [MetricRegistry, OverviewService, OverviewResolver] })
export class OverviewModule {}
