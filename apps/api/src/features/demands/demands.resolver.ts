import { Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { addWorkingDays, complexityOf, DemandAction, demandMachine, demandReviewDays, shanghaiDay } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor, type GqlContext } from '../../platform/auth/allow.js';
import { accessOf } from '../../platform/db/access.js';
import { AuditEvent } from '../../platform/db/audit-event.entity.js';
import { Db } from '../../platform/db/db.js';
import { historyOf } from '../../platform/db/history.js';
import { actionsFor } from '../../platform/graphql/actions.js';
import { RecordId } from '../../platform/graphql/record-id.js';
import { restricted } from '../../platform/graphql/restricted.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';
import { User } from '../accounts/user.entity.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { Demand } from './demand.entity.js';
import { DemandComplexity } from './demand-types.js';
import { DemandLists } from './demand-lists.service.js';

@Resolver(() => Demand)
export class DemandsResolver {
  constructor(
    private readonly db: Db,
    private readonly lists: DemandLists,
  ) {}

  @Allow('public.read')
  @Query(() => Demand)
  demand(@CurrentActor() actor: Actor, @RecordId() id: string): Promise<Demand> {
    return this.lists.byId(id, actor);
  }

  /** null while its owner stays unnamed, except to insiders. */
  @ResolveField(() => Organisation, { nullable: true })
  async organisation(@Parent() demand: Demand, @Context() { actor, loaders }: GqlContext): Promise<Organisation | null> {
    if (demand.anonymous && !accessOf(Demand).isInsider?.(actor, demand)) return null;
    return loaders.byId(Organisation, demand.organisationId);
  }

  @ResolveField(() => User, { nullable: true, middleware: [restricted] })
  author(@Parent() demand: Demand, @Context() { loaders }: GqlContext): Promise<User | null> {
    return loaders.byId(User, demand.createdBy);
  }

  /** Whether the reader belongs to the enterprise that owns it. */
  @ResolveField(() => Boolean)
  isOwn(@Parent() demand: Demand, @Context() { actor }: GqlContext): boolean {
    return demand.organisationId === actor.organisationId;
  }

  /** Texts of a spreadsheet may be longer than those of the form; its editor asks accordingly. */
  @ResolveField(() => Boolean)
  isImported(@Parent() demand: Demand): boolean {
    return demand.importId !== null;
  }

  /** The day by which the operators publish it or return it. */
  @ResolveField(() => String, { nullable: true, middleware: [restricted] })
  dueOn(@Parent() demand: Demand): string | null {
    if (demand.status !== 'SUBMITTED' || !demand.submittedAt) return null;
    return addWorkingDays(shanghaiDay(demand.submittedAt), demandReviewDays);
  }

  /** Whether its owner is advised to go on alone or with a broker: for him and for the operators who examine it. */
  @ResolveField(() => DemandComplexity, { nullable: true, middleware: [restricted] })
  complexity(@Parent() demand: Demand): DemandComplexity {
    return complexityOf(demand, shanghaiDay(new Date()));
  }

  @ResolveField(() => [gqlEnum(DemandAction)])
  availableActions(@Parent() demand: Demand, @Context() { actor }: GqlContext): DemandAction[] {
    const actions = actionsFor(demandMachine, Demand, demand, actor);
    return demand.publishedAt ? actions.filter((a) => a !== 'delete') : actions;
  }

  @ResolveField(() => [AuditEvent], { nullable: true, middleware: [restricted] })
  history(@Parent() demand: Demand): Promise<AuditEvent[]> {
    return historyOf(this.db.em, demand.id);
  }
}
