import { Module } from '@nestjs/common';
import { AchievementsModule } from '../achievements/achievements.module.js';
import { RulesModule } from '../rules/rules.module.js';
import { Distributions } from './distributions.service.js';
import { RewardsResolver, RightsGrantFieldsResolver } from './rewards.resolver.js';
import { RightsGrants } from './rights-grants.service.js';

@Module({
  imports: [RulesModule, AchievementsModule],
  providers: [RewardsResolver, RightsGrantFieldsResolver, Distributions, RightsGrants],
  exports: [Distributions, RightsGrants],
})
export class RewardsModule {}
