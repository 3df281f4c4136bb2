import { Args, Context, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  DeadlineLight,
  distributionDraft,
  DistributionAction,
  distributionMachine,
  distributionReason,
  DomainError,
  grantImplementation,
  lightOf,
  rightsGrant,
  shanghaiDay,
  sharePayment,
  type DistributionDraft,
  type RightsGrantEntry,
  type SharePayment,
} from '@jihui/domain';
import type { z } from 'zod';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor, type GqlContext } from '../../platform/auth/allow.js';
import { visible } from '../../platform/db/access.js';
import { Db } from '../../platform/db/db.js';
import { actionsFor } from '../../platform/graphql/actions.js';
import { pageInput, pageOf, type Page, type PageInput } from '../../platform/graphql/paged.js';
import { RecordId } from '../../platform/graphql/record-id.js';
import { gqlEnum, Input } from '../../platform/graphql/zod-input.js';
import { Achievement } from '../achievements/achievement.entity.js';
import { TechnologyContract } from '../contracts/technology-contract.entity.js';
import { Distributions } from './distributions.service.js';
import { IncomeDistribution } from './income-distribution.entity.js';
import { DistributionPage, DormantItem } from './reward-types.js';
import { RightsGrant } from './rights-grant.entity.js';
import { RightsGrants } from './rights-grants.service.js';

const Version = () => Args('version', { type: () => Int });
type Reason = z.output<typeof distributionReason>;

/** 奖酬分配, 赋权, 沉睡成果. */
@Resolver(() => IncomeDistribution)
export class RewardsResolver {
  constructor(
    private readonly db: Db,
    private readonly distributions: Distributions,
    private readonly grants: RightsGrants,
  ) {}

  @Allow('distribution.read')
  @Query(() => DistributionPage)
  incomeDistributions(@CurrentActor() actor: Actor, @Input(pageInput, 'page') page: PageInput): Promise<Page<IncomeDistribution>> {
    const query = visible(this.db.em.createQueryBuilder(IncomeDistribution, 'd').where('true'), IncomeDistribution, actor);
    return pageOf(query.orderBy('d.createdAt', 'DESC').addOrderBy('d.id', 'DESC'), page);
  }

  @Allow('distribution.read')
  @Query(() => IncomeDistribution)
  async incomeDistribution(@CurrentActor() actor: Actor, @RecordId() id: string): Promise<IncomeDistribution> {
    const row = await visible(this.db.em.createQueryBuilder(IncomeDistribution, 'd').where('d.id = :id', { id }), IncomeDistribution, actor).getOne();
    if (!row) throw new DomainError('NOT_FOUND');
    return row;
  }

  @Allow('distribution.write')
  @Mutation(() => IncomeDistribution)
  draftDistribution(@CurrentActor() actor: Actor, @Input(distributionDraft) input: DistributionDraft): Promise<IncomeDistribution> {
    return this.db.run(actor, (tx) => this.distributions.draft(tx, input));
  }

  @Allow('distribution.write')
  @Mutation(() => IncomeDistribution)
  editDistribution(@CurrentActor() actor: Actor, @RecordId() id: string, @Version() version: number, @Input(distributionDraft) input: DistributionDraft): Promise<IncomeDistribution> {
    return this.db.run(actor, (tx) => this.distributions.edit(tx, { id, version }, input));
  }

  @Allow('distribution.write')
  @Mutation(() => IncomeDistribution)
  noticeDistribution(@CurrentActor() actor: Actor, @RecordId() id: string, @Version() version: number): Promise<IncomeDistribution> {
    return this.db.run(actor, (tx) => this.distributions.notice(tx, { id, version }));
  }

  @Allow('distribution.object')
  @Mutation(() => IncomeDistribution)
  objectToDistribution(@CurrentActor() actor: Actor, @Input(distributionReason) input: Reason): Promise<IncomeDistribution> {
    return this.db.run(actor, (tx) => this.distributions.object(tx, input, input.reason));
  }

  @Allow('distribution.write')
  @Mutation(() => IncomeDistribution)
  answerDistribution(@CurrentActor() actor: Actor, @Input(distributionReason) input: Reason): Promise<IncomeDistribution> {
    return this.db.run(actor, (tx) => this.distributions.answer(tx, input, input.reason));
  }

  @Allow('distribution.write')
  @Mutation(() => IncomeDistribution)
  agreeDistribution(@CurrentActor() actor: Actor, @RecordId() id: string, @Version() version: number): Promise<IncomeDistribution> {
    return this.db.run(actor, (tx) => this.distributions.agree(tx, { id, version }));
  }

  @Allow('distribution.write')
  @Mutation(() => IncomeDistribution)
  payShares(@CurrentActor() actor: Actor, @Input(sharePayment) input: SharePayment): Promise<IncomeDistribution> {
    return this.db.run(actor, (tx) => this.distributions.pay(tx, input));
  }

  @Allow('distribution.write')
  @Mutation(() => IncomeDistribution)
  cancelDistribution(@CurrentActor() actor: Actor, @Input(distributionReason) input: Reason): Promise<IncomeDistribution> {
    return this.db.run(actor, (tx) => this.distributions.cancel(tx, input, input.reason));
  }

  @Allow('distribution.read')
  @Query(() => [RightsGrant])
  rightsGrants(@CurrentActor() actor: Actor): Promise<RightsGrant[]> {
    return this.grants.grants(actor);
  }

  @Allow('distribution.read')
  @Query(() => [DormantItem])
  dormantAchievements(@CurrentActor() actor: Actor): Promise<DormantItem[]> {
    return this.grants.dormant(actor);
  }

  @Allow('distribution.write')
  @Mutation(() => RightsGrant)
  enterRightsGrant(@CurrentActor() actor: Actor, @Input(rightsGrant) input: RightsGrantEntry): Promise<RightsGrant> {
    return this.db.run(actor, (tx) => this.grants.enter(tx, input));
  }

  @Allow('distribution.write')
  @Mutation(() => RightsGrant)
  implementGrant(@CurrentActor() actor: Actor, @Input(grantImplementation) input: z.output<typeof grantImplementation>): Promise<RightsGrant> {
    return this.db.run(actor, (tx) => this.grants.implement(tx, input, input.day));
  }

  @ResolveField(() => TechnologyContract, { nullable: true })
  contract(@Parent() d: IncomeDistribution, @Context() { loaders }: GqlContext): Promise<TechnologyContract | null> {
    return loaders.byId(TechnologyContract, d.contractId);
  }

  /** Of the six months: until it is paid. */
  @ResolveField(() => gqlEnum(DeadlineLight))
  light(@Parent() d: IncomeDistribution): DeadlineLight {
    return d.status === 'PAID' || d.status === 'CANCELLED' ? 'STOPPED' : lightOf(d.payBy, shanghaiDay(new Date()));
  }

  @ResolveField(() => [gqlEnum(DistributionAction)])
  availableActions(@Parent() d: IncomeDistribution, @Context() { actor }: GqlContext): DistributionAction[] {
    return actionsFor(distributionMachine, IncomeDistribution, d, actor);
  }
}

@Resolver(() => RightsGrant)
export class RightsGrantFieldsResolver {
  @ResolveField(() => Achievement, { nullable: true })
  achievement(@Parent() g: RightsGrant, @Context() { loaders }: GqlContext): Promise<Achievement | null> {
    return loaders.byId(Achievement, g.achievementId);
  }
}
