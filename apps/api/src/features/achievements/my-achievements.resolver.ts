import { Args, Query, Resolver } from '@nestjs/graphql';
import { AchievementStatus } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor } from '../../platform/auth/allow.js';
import { pageInput, type Page, type PageInput } from '../../platform/graphql/paged.js';
import { RecordId } from '../../platform/graphql/record-id.js';
import { gqlEnum, Input } from '../../platform/graphql/zod-input.js';
import { AchievementLists, type StatusCount } from './achievement-lists.service.js';
import { AchievementCount, AchievementPage } from './achievement-types.js';
import type { Achievement } from './achievement.entity.js';

@Resolver()
export class MyAchievementsResolver {
  constructor(private readonly lists: AchievementLists) {}

  @Allow('achievement.read')
  @Query(() => AchievementPage)
  myAchievements(
    @CurrentActor() actor: Actor,
    @Args('status', { type: () => gqlEnum(AchievementStatus), nullable: true }) status: AchievementStatus | null,
    @Args('text', { type: () => String, nullable: true }) text: string | null,
    @RecordId('importId', { nullable: true }) importId: string | null,
    @Input(pageInput, 'page') page: PageInput,
  ): Promise<Page<Achievement>> {
    return this.lists.mine(actor, { status, text, importId }, page);
  }

  @Allow('achievement.read')
  @Query(() => [AchievementCount])
  myAchievementCounts(
    @CurrentActor() actor: Actor,
    @Args('text', { type: () => String, nullable: true }) text: string | null,
    @RecordId('importId', { nullable: true }) importId: string | null,
  ): Promise<StatusCount<AchievementStatus>[]> {
    return this.lists.counts(actor, { text, importId });
  }
}
