import { Module } from '@nestjs/common';
import { DemoDataResolver } from './demo-data.resolver.js';
import { RegionsResolver } from './regions.resolver.js';

@Module({ providers: [DemoDataResolver, RegionsResolver] })
export class OrganisationsModule {}
