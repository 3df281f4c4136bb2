import { Args, Int, Mutation, Resolver } from '@nestjs/graphql';
import { achievementRelease } from '@jihui/domain';
import type { z } from 'zod';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor } from '../../platform/auth/allow.js';
import { Db } from '../../platform/db/db.js';
import { RecordId } from '../../platform/graphql/record-id.js';
import { Input } from '../../platform/graphql/zod-input.js';
import { Achievement } from './achievement.entity.js';
import { AchievementRelease, type Released } from './achievement-release.service.js';
import { ReleasedAchievement } from './achievement-types.js';

const Version = () => Args('version', { type: () => Int });
const Reason = () => Args('reason', { type: () => String });

@Resolver()
export class AchievementReleaseResolver {
  constructor(
    private readonly db: Db,
    private readonly service: AchievementRelease,
  ) {}

  @Allow('achievement.release')
  @Mutation(() => Achievement)
  returnAchievement(
    @CurrentActor() actor: Actor,
    @RecordId() id: string,
    @Version() version: number,
    @Reason() reason: string,
  ): Promise<Achievement> {
    return this.db.run(actor, (tx) => this.service.returnToInventor(tx, { id, version }, reason));
  }

  @Allow('achievement.release')
  @Mutation(() => Achievement)
  releaseAchievement(@CurrentActor() actor: Actor, @RecordId() id: string, @Version() version: number): Promise<Achievement> {
    return this.db.run(actor, (tx) => this.service.release(tx, { id, version }));
  }

  @Allow('achievement.release')
  @Mutation(() => [ReleasedAchievement])
  releaseAchievements(
    @CurrentActor() actor: Actor,
    @Input(achievementRelease) input: z.output<typeof achievementRelease>,
  ): Promise<Released[]> {
    return this.service.releaseMany(actor, input.items);
  }

  @Allow('achievement.release')
  @Mutation(() => Achievement)
  withdrawAchievement(
    @CurrentActor() actor: Actor,
    @RecordId() id: string,
    @Version() version: number,
    @Reason() reason: string,
  ): Promise<Achievement> {
    return this.db.run(actor, (tx) => this.service.withdraw(tx, { id, version }, reason));
  }

  @Allow('achievement.release')
  @Mutation(() => Achievement)
  reopenAchievement(@CurrentActor() actor: Actor, @RecordId() id: string, @Version() version: number): Promise<Achievement> {
    return this.db.run(actor, (tx) => this.service.reopen(tx, { id, version }));
  }

  @Allow('achievement.release')
  @Mutation(() => Achievement)
  closeAchievement(@CurrentActor() actor: Actor, @RecordId() id: string, @Version() version: number): Promise<Achievement> {
    return this.db.run(actor, (tx) => this.service.close(tx, { id, version }));
  }
}
