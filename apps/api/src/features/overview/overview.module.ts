import { Module } from '@nestjs/common';
import { AchievementsModule } from '../achievements/achievements.module.js';
import { MatchesModule } from '../matches/matches.module.js';
import { QualityModule } from '../quality/quality.module.js';
import { MetricBook } from './metric-book.js';
import { MetricRegistry } from './metric-registry.js';
import { OverviewResolver } from './overview.resolver.js';
import { OverviewService } from './overview.service.js';

@Module({ imports: [AchievementsModule, MatchesModule, QualityModule], providers: [MetricRegistry, MetricBook, OverviewService, OverviewResolver] })
export class OverviewModule {}
