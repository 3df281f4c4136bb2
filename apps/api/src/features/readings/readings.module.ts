import { Module } from '@nestjs/common';
import { AchievementReadingsResolver, DemandReadingsResolver } from './readings.resolver.js';
import { Readings } from './readings.service.js';

@Module({ providers: [Readings, DemandReadingsResolver, AchievementReadingsResolver] })
export class ReadingsModule {}
