import { Args, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { z } from 'zod';
import { confirmationToken, Freshness, freshnessOf } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor } from '../../platform/auth/allow.js';
import { Db } from '../../platform/db/db.js';
import { RecordId } from '../../platform/graphql/record-id.js';
import { gqlEnum, Input } from '../../platform/graphql/zod-input.js';
import { Achievement } from '../achievements/achievement.entity.js';
import { AchievementRelease } from '../achievements/achievement-release.service.js';
import { Demand } from '../demands/demand.entity.js';
import { DemandPublication } from '../demands/demand-publication.service.js';
import { Confirmations } from './confirmations.service.js';
import { ItemToConfirm } from './freshness-types.js';

const Version = () => Args('version', { type: () => Int });
const ofItem = (item: Achievement | Demand): Freshness => freshnessOf(item.confirmedAt ?? item.publishedAt ?? item.updatedAt, new Date());

@Resolver()
export class ConfirmationsResolver {
  constructor(
    private readonly db: Db,
    private readonly achievements: AchievementRelease,
    private readonly demands: DemandPublication,
    private readonly confirmations: Confirmations,
  ) {}

  @Allow('achievement.write')
  @Mutation(() => Achievement)
  confirmAchievement(@CurrentActor() actor: Actor, @RecordId() id: string, @Version() version: number): Promise<Achievement> {
    return this.db.run(actor, (tx) => this.achievements.confirm(tx, { id, version }));
  }

  @Allow('demand.write')
  @Mutation(() => Demand)
  confirmDemand(@CurrentActor() actor: Actor, @RecordId() id: string, @Version() version: number): Promise<Demand> {
    return this.db.run(actor, (tx) => this.demands.confirm(tx, { id, version }));
  }

  @Allow('account.enter')
  @Query(() => ItemToConfirm)
  itemToConfirm(@Input(confirmationToken) { token }: z.output<typeof confirmationToken>): Promise<ItemToConfirm> {
    return this.confirmations.look(token);
  }

  /** Needs no session: the token proves who was asked. */
  @Allow('account.enter')
  @Mutation(() => ItemToConfirm)
  confirmByLink(@CurrentActor() { ip }: Actor, @Input(confirmationToken) { token }: z.output<typeof confirmationToken>): Promise<ItemToConfirm> {
    return this.confirmations.confirm(token, ip);
  }
}

@Resolver(() => Achievement)
export class AchievementFreshnessResolver {
  @ResolveField(() => gqlEnum(Freshness))
  freshness(@Parent() achievement: Achievement): Freshness {
    return ofItem(achievement);
  }
}

@Resolver(() => Demand)
export class DemandFreshnessResolver {
  @ResolveField(() => gqlEnum(Freshness))
  freshness(@Parent() demand: Demand): Freshness {
    return ofItem(demand);
  }
}
