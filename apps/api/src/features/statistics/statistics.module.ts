import { Module } from '@nestjs/common';
import { RewardsModule } from '../rewards/rewards.module.js';
import { AnnualReports } from './annual-report.service.js';
import { StatisticsController } from './statistics.controller.js';
import { StatisticsResolver } from './statistics.resolver.js';
import { StatisticsService } from './statistics.service.js';

@Module({ imports: [RewardsModule], controllers: [StatisticsController], providers: [StatisticsResolver, StatisticsService, AnnualReports] })
export class StatisticsModule {}
