import { Module } from '@nestjs/common';
import { SearchModule } from '../search/search.module.js';
import { AlertSettingsService } from './alert-settings.service.js';
import { AlertsResolver, SavedSearchesResolver } from './alerts.resolver.js';
import { AlertsService } from './alerts.service.js';
import { Digests } from './digests.service.js';
import { SavedSearches } from './saved-searches.service.js';
import { UnsubscribeController } from './unsubscribe.controller.js';

@Module({
  imports: [SearchModule],
  controllers: [UnsubscribeController],
  providers: [AlertSettingsService, AlertsService, SavedSearches, Digests, AlertsResolver, SavedSearchesResolver],
})
export class AlertsModule {}
