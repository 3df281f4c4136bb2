import { Args, Int, Mutation, Resolver } from '@nestjs/graphql';
import { achievementDraft, type AchievementContent } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor } from '../../platform/auth/allow.js';
import { Db } from '../../platform/db/db.js';
import { RecordId } from '../../platform/graphql/record-id.js';
import { Input } from '../../platform/graphql/zod-input.js';
import { Achievement } from './achievement.entity.js';
import { AchievementDrafting } from './achievement-drafting.service.js';
import { AchievementRelease } from './achievement-release.service.js';

const Version = () => Args('version', { type: () => Int });

@Resolver()
export class AchievementDraftingResolver {
  constructor(
    private readonly db: Db,
    private readonly drafting: AchievementDrafting,
    private readonly release: AchievementRelease,
  ) {}

  @Allow('achievement.write')
  @Mutation(() => Achievement)
  createAchievement(@CurrentActor() actor: Actor, @Input(achievementDraft) input: AchievementContent): Promise<Achievement> {
    return this.db.run(actor, (tx) =>
      this.drafting.create(tx, input, { organisationId: actor.organisationId ?? '', createdBy: actor.userId }),
    );
  }

  @Allow('achievement.write')
  @Mutation(() => Achievement)
  saveAchievement(
    @CurrentActor() actor: Actor,
    @RecordId() id: string,
    @Version() version: number,
    @Input(achievementDraft) input: AchievementContent,
  ): Promise<Achievement> {
    return this.db.run(actor, (tx) => this.drafting.save(tx, { id, version }, input));
  }

  @Allow('achievement.write')
  @Mutation(() => Boolean)
  async deleteAchievement(@CurrentActor() actor: Actor, @RecordId() id: string, @Version() version: number): Promise<boolean> {
    await this.db.run(actor, (tx) => this.drafting.delete(tx, { id, version }));
    return true;
  }

  @Allow('achievement.write')
  @Mutation(() => Achievement)
  submitAchievement(@CurrentActor() actor: Actor, @RecordId() id: string, @Version() version: number): Promise<Achievement> {
    return this.db.run(actor, (tx) => this.release.submit(tx, { id, version }));
  }
}
