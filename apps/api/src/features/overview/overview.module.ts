import { Module } from '@nestjs/common';
import { MetricRegistry } from './metric-registry.js';
import { OverviewResolver } from './overview.resolver.js';
import { OverviewService } from './overview.service.js';

@Module({ providers: [MetricRegistry, OverviewService, OverviewResolver] })
export class OverviewModule {}
