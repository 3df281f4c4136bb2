import { Args, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { z } from 'zod';
import { alertSettings, savedSearch, savedSearchEdit, unsubscribeToken, type AlertSettings } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor } from '../../platform/auth/allow.js';
import { Db } from '../../platform/db/db.js';
import { RecordId } from '../../platform/graphql/record-id.js';
import { Input } from '../../platform/graphql/zod-input.js';
import { AlertSetting } from './alert-setting.entity.js';
import { AlertSettingsService } from './alert-settings.service.js';
import { Alerts, SavedSearchItem } from './alert-types.js';
import { AlertsService } from './alerts.service.js';
import { SavedSearch } from './saved-search.entity.js';
import { SavedSearches } from './saved-searches.service.js';

const shownHits = 10;

@Resolver()
export class AlertsResolver {
  constructor(
    private readonly alerts: AlertsService,
    private readonly settings: AlertSettingsService,
  ) {}

  @Allow('account.own')
  @Query(() => Alerts)
  myAlerts(@CurrentActor() actor: Actor): Promise<Alerts> {
    return this.alerts.of(actor);
  }

  @Allow('account.own')
  @Mutation(() => AlertSetting)
  changeAlertSettings(@CurrentActor() actor: Actor, @Input(alertSettings) input: AlertSettings): Promise<AlertSetting> {
    return this.settings.change(actor, input);
  }

  @Allow('account.own')
  @Mutation(() => AlertSetting)
  seeAlerts(@CurrentActor() actor: Actor): Promise<AlertSetting> {
    return this.settings.see(actor);
  }

  /** Needs no session: the token stands in the person's own mails. */
  @Allow('account.enter')
  @Mutation(() => Boolean)
  async unsubscribe(@Input(unsubscribeToken) { token }: z.output<typeof unsubscribeToken>): Promise<boolean> {
    await this.settings.unsubscribe(token);
    return true;
  }
}

@Resolver(() => SavedSearch)
export class SavedSearchesResolver {
  constructor(
    private readonly db: Db,
    private readonly searches: SavedSearches,
  ) {}

  @Allow('account.own')
  @Query(() => [SavedSearch])
  mySavedSearches(@CurrentActor() actor: Actor): Promise<SavedSearch[]> {
    return this.searches.mine(actor);
  }

  @Allow('account.own')
  @Mutation(() => SavedSearch)
  saveSearch(@CurrentActor() actor: Actor, @Input(savedSearch) input: z.output<typeof savedSearch>): Promise<SavedSearch> {
    return this.db.run(actor, (tx) => this.searches.create(tx, input));
  }

  @Allow('account.own')
  @Mutation(() => SavedSearch)
  editSavedSearch(
    @CurrentActor() actor: Actor,
    @RecordId() id: string,
    @Args('version', { type: () => Int }) version: number,
    @Input(savedSearchEdit) input: z.output<typeof savedSearchEdit>,
  ): Promise<SavedSearch> {
    return this.db.run(actor, (tx) => this.searches.edit(tx, { id, version }, input));
  }

  @Allow('account.own')
  @Mutation(() => Boolean)
  async deleteSavedSearch(@CurrentActor() actor: Actor, @RecordId() id: string): Promise<boolean> {
    await this.db.run(actor, (tx) => this.searches.remove(tx, id));
    return true;
  }

  /** What it has found since it was saved, the newest first. */
  @ResolveField(() => [SavedSearchItem])
  async found(@Parent() search: SavedSearch): Promise<SavedSearchItem[]> {
    return (await this.searches.found(search, new Date(0), new Date())).slice(0, shownHits);
  }
}
