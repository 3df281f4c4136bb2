import { Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { achievementMachine, AchievementAction } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor, type GqlContext } from '../../platform/auth/allow.js';
import { AuditEvent } from '../../platform/db/audit-event.entity.js';
import { Db } from '../../platform/db/db.js';
import { historyOf } from '../../platform/db/history.js';
import { actionsFor } from '../../platform/graphql/actions.js';
import { RecordId } from '../../platform/graphql/record-id.js';
import { restricted } from '../../platform/graphql/restricted.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';
import { User } from '../accounts/user.entity.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { Achievement } from './achievement.entity.js';
import { AchievementLists } from './achievement-lists.service.js';
import { PendingConversion } from './pending-conversion.js';

@Resolver(() => Achievement)
export class AchievementsResolver {
  constructor(
    private readonly db: Db,
    private readonly lists: AchievementLists,
    private readonly pending: PendingConversion,
  ) {}

  @Allow('public.read')
  @Query(() => Achievement)
  achievement(@CurrentActor() actor: Actor, @RecordId() id: string): Promise<Achievement> {
    return this.lists.byId(id, actor);
  }

  @ResolveField(() => Organisation, { nullable: true })
  organisation(@Parent() achievement: Achievement, @Context() { loaders }: GqlContext): Promise<Organisation | null> {
    return loaders.byId(Organisation, achievement.organisationId);
  }

  @ResolveField(() => User, { nullable: true, middleware: [restricted] })
  author(@Parent() achievement: Achievement, @Context() { loaders }: GqlContext): Promise<User | null> {
    return loaders.byId(User, achievement.createdBy);
  }

  /** Whether the reader belongs to the unit that owns it. */
  @ResolveField(() => Boolean)
  isOwn(@Parent() achievement: Achievement, @Context() { actor }: GqlContext): boolean {
    return achievement.organisationId === actor.organisationId;
  }

  /** Whether there is a confidential part to ask for; its text is for insiders. */
  @ResolveField(() => Boolean)
  hasNdaPart(@Parent() achievement: Achievement): boolean {
    return Boolean(achievement.ndaSummary);
  }

  /** Imported rows are released on less than written ones; its editor asks accordingly. */
  @ResolveField(() => Boolean)
  isImported(@Parent() achievement: Achievement): boolean {
    return achievement.importId !== null;
  }

  @ResolveField(() => Boolean)
  isPendingConversion(@Parent() achievement: Achievement, @Context() { loaders }: GqlContext): Promise<boolean> {
    return this.pending.isPending(achievement, loaders);
  }

  @ResolveField(() => [gqlEnum(AchievementAction)])
  availableActions(@Parent() achievement: Achievement, @Context() { actor }: GqlContext): AchievementAction[] {
    const actions = actionsFor(achievementMachine, Achievement, achievement, actor);
    return achievement.publishedAt ? actions.filter((a) => a !== 'delete') : actions;
  }

  @ResolveField(() => [AuditEvent], { nullable: true, middleware: [restricted] })
  history(@Parent() achievement: Achievement): Promise<AuditEvent[]> {
    return historyOf(this.db.em, achievement.id);
  }
}
