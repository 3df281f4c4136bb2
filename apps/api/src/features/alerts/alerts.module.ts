import { Module } from '@nestjs/common';
import { ChallengesModule } from '../challenges/challenges.module.js';
import { SearchModule } from '../search/search.module.js';
import { AlertSettingsService } from './alert-settings.service.js';
import { AlertsResolver, SavedSearchesResolver } from './alerts.resolver.js';
import { AlertsService } from './alerts.service.js';
import { Digests } from './digests.service.js';
import { SavedSearches } from './saved-searches.service.js';
import { UnsubscribeController } from './unsubscribe.controller.js';

@Module({
  imports: [SearchModule, ChallengesModule],
  controllers: [UnsubscribeController],
  providers: [AlertSettingsService, AlertsService, SavedSearches, Digests, AlertsResolver, SavedSearchesResolver],
})
export class AlertsModule {}
