import { Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { readingCorrection, type ReadingCorrection } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor } from '../../platform/auth/allow.js';
import { Db } from '../../platform/db/db.js';
import { RecordId } from '../../platform/graphql/record-id.js';
import { restricted } from '../../platform/graphql/restricted.js';
import { Input } from '../../platform/graphql/zod-input.js';
import { Achievement } from '../achievements/achievement.entity.js';
import { Demand } from '../demands/demand.entity.js';
import { CorrectedReading } from './reading-types.js';
import { Readings } from './readings.service.js';

@Resolver(() => Demand)
export class DemandReadingsResolver {
  constructor(
    private readonly db: Db,
    private readonly readings: Readings,
  ) {}

  @ResolveField(() => [CorrectedReading], { nullable: true, middleware: [restricted] })
  correctedReadings(@Parent() demand: Demand): Promise<ReadingCorrection[]> {
    return this.readings.corrections(demand.id);
  }

  @Allow('demand.write')
  @Mutation(() => [CorrectedReading])
  correctDemandReading(@CurrentActor() actor: Actor, @RecordId() id: string, @Input(readingCorrection) input: ReadingCorrection): Promise<ReadingCorrection[]> {
    return this.db.run(actor, (tx) => this.readings.ofDemand(tx, id, input));
  }
}

@Resolver(() => Achievement)
export class AchievementReadingsResolver {
  constructor(
    private readonly db: Db,
    private readonly readings: Readings,
  ) {}

  @ResolveField(() => [CorrectedReading], { nullable: true, middleware: [restricted] })
  correctedReadings(@Parent() achievement: Achievement): Promise<ReadingCorrection[]> {
    return this.readings.corrections(achievement.id);
  }

  @Allow('achievement.write')
  @Mutation(() => [CorrectedReading])
  correctAchievementReading(@CurrentActor() actor: Actor, @RecordId() id: string, @Input(readingCorrection) input: ReadingCorrection): Promise<ReadingCorrection[]> {
    return this.db.run(actor, (tx) => this.readings.ofAchievement(tx, id, input));
  }
}
