import { Module } from '@nestjs/common';
import { AchievementsModule } from '../achievements/achievements.module.js';
import { DemandsModule } from '../demands/demands.module.js';
import { ConfirmationMail } from './confirmation-mail.service.js';
import { Confirmations } from './confirmations.service.js';
import { AchievementFreshnessResolver, ConfirmationsResolver, DemandFreshnessResolver } from './freshness.resolver.js';

@Module({
  imports: [AchievementsModule, DemandsModule],
  providers: [Confirmations, ConfirmationMail, ConfirmationsResolver, AchievementFreshnessResolver, DemandFreshnessResolver],
})
export class FreshnessModule {}
