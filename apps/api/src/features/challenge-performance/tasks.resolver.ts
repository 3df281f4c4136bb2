import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import {
  finalRequest,
  milestoneCheck,
  milestoneEvidence,
  raceDecision,
  taskAcceptance,
  taskBook,
  taskChange,
  taskExemption,
  taskTermination,
  type RaceDecision,
  type TaskAcceptance,
  type TaskBook,
  type TaskChange,
  type TaskExemption,
  type TaskTermination,
} from '@jihui/domain';
import type { z } from 'zod';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor } from '../../platform/auth/allow.js';
import { Db } from '../../platform/db/db.js';
import { RecordId } from '../../platform/graphql/record-id.js';
import { Input } from '../../platform/graphql/zod-input.js';
import { Challenge } from '../challenges/challenge.entity.js';
import { ChallengeTask } from './challenge-task.entity.js';
import { TaskEnding } from './task-ending.service.js';
import { TaskLists } from './task-lists.service.js';
import { TaskSigning } from './task-signing.service.js';
import { TaskWork } from './task-work.service.js';

const Version = () => Args('version', { type: () => Int });
const Reason = () => Args('reason', { type: () => String });

/** The way of a task from the award to its end. */
@Resolver()
export class TasksResolver {
  constructor(
    private readonly db: Db,
    private readonly lists: TaskLists,
    private readonly signing: TaskSigning,
    private readonly work: TaskWork,
    private readonly ending: TaskEnding,
  ) {}

  @Allow('public.read')
  @Query(() => ChallengeTask)
  challengeTask(@CurrentActor() actor: Actor, @RecordId() id: string): Promise<ChallengeTask> {
    return this.lists.byId(id, actor);
  }

  @Allow('challengeTask.act')
  @Mutation(() => ChallengeTask)
  draftTaskContract(@CurrentActor() actor: Actor, @RecordId() id: string, @Version() version: number): Promise<ChallengeTask> {
    return this.db.run(actor, (tx) => this.signing.draftContract(tx, { id, version }));
  }

  @Allow('challengeTask.act')
  @Mutation(() => ChallengeTask)
  writeTaskBook(
    @CurrentActor() actor: Actor,
    @RecordId() id: string,
    @Version() version: number,
    @Input(taskBook) input: TaskBook,
  ): Promise<ChallengeTask> {
    return this.db.run(actor, (tx) => this.signing.writeBook(tx, { id, version }, input));
  }

  @Allow('challengeTask.act')
  @Mutation(() => ChallengeTask)
  signTask(@CurrentActor() actor: Actor, @RecordId() id: string, @Version() version: number): Promise<ChallengeTask> {
    return this.db.run(actor, (tx) => this.signing.sign(tx, { id, version }));
  }

  @Allow('challenge.screen')
  @Mutation(() => ChallengeTask)
  startTask(@CurrentActor() actor: Actor, @RecordId() id: string, @Version() version: number): Promise<ChallengeTask> {
    return this.db.run(actor, (tx) => this.signing.start(tx, { id, version }));
  }

  @Allow('challenge.approve')
  @Mutation(() => ChallengeTask)
  declineTask(
    @CurrentActor() actor: Actor,
    @RecordId() id: string,
    @Version() version: number,
    @Reason() reason: string,
  ): Promise<ChallengeTask> {
    return this.db.run(actor, (tx) => this.signing.decline(tx, { id, version }, reason));
  }

  @Allow('challengeTask.act')
  @Mutation(() => ChallengeTask)
  handMilestone(
    @CurrentActor() actor: Actor,
    @RecordId() id: string,
    @Version() version: number,
    @Input(milestoneEvidence) input: z.output<typeof milestoneEvidence>,
  ): Promise<ChallengeTask> {
    return this.db.run(actor, (tx) => this.work.hand(tx, { id, version }, input));
  }

  @Allow('challenge.screen')
  @Mutation(() => ChallengeTask)
  checkMilestone(
    @CurrentActor() actor: Actor,
    @RecordId() id: string,
    @Version() version: number,
    @Input(milestoneCheck) input: z.output<typeof milestoneCheck>,
  ): Promise<ChallengeTask> {
    return this.db.run(actor, (tx) => this.work.check(tx, { id, version }, input));
  }

  @Allow('challengeTask.act')
  @Mutation(() => ChallengeTask)
  proposeTaskChange(
    @CurrentActor() actor: Actor,
    @RecordId() id: string,
    @Version() version: number,
    @Input(taskChange) input: TaskChange,
  ): Promise<ChallengeTask> {
    return this.db.run(actor, (tx) => this.work.proposeChange(tx, { id, version }, input));
  }

  @Allow('challengeTask.act')
  @Mutation(() => ChallengeTask)
  agreeTaskChange(@CurrentActor() actor: Actor, @RecordId() id: string, @Version() version: number): Promise<ChallengeTask> {
    return this.db.run(actor, (tx) => this.work.agreeChange(tx, { id, version }));
  }

  @Allow('challenge.approve')
  @Mutation(() => ChallengeTask)
  settleTaskChange(
    @CurrentActor() actor: Actor,
    @RecordId() id: string,
    @Version() version: number,
    @Args('approved', { type: () => Boolean }) approved: boolean,
  ): Promise<ChallengeTask> {
    return this.db.run(actor, (tx) => this.work.settleChange(tx, { id, version }, approved));
  }

  @Allow('challenge.approve')
  @Mutation(() => Challenge)
  decideRaceGate(
    @CurrentActor() actor: Actor,
    @RecordId() id: string,
    @Version() version: number,
    @Input(raceDecision) input: RaceDecision,
  ): Promise<Challenge> {
    return this.db.run(actor, (tx) => this.work.decideGate(tx, { id, version }, input));
  }

  @Allow('challengeTask.act')
  @Mutation(() => ChallengeTask)
  requestTaskFinal(
    @CurrentActor() actor: Actor,
    @RecordId() id: string,
    @Version() version: number,
    @Input(finalRequest) input: z.output<typeof finalRequest>,
  ): Promise<ChallengeTask> {
    return this.db.run(actor, (tx) => this.ending.requestFinal(tx, { id, version }, input.fileIds));
  }

  @Allow('challenge.screen')
  @Mutation(() => ChallengeTask)
  returnTaskFinal(
    @CurrentActor() actor: Actor,
    @RecordId() id: string,
    @Version() version: number,
    @Reason() reason: string,
  ): Promise<ChallengeTask> {
    return this.db.run(actor, (tx) => this.ending.returnFinal(tx, { id, version }, reason));
  }

  @Allow('challenge.approve')
  @Mutation(() => ChallengeTask)
  acceptTask(
    @CurrentActor() actor: Actor,
    @RecordId() id: string,
    @Version() version: number,
    @Input(taskAcceptance) input: TaskAcceptance,
  ): Promise<ChallengeTask> {
    return this.db.run(actor, (tx) => this.ending.accept(tx, { id, version }, input));
  }

  @Allow('challenge.approve')
  @Mutation(() => ChallengeTask)
  exemptTask(
    @CurrentActor() actor: Actor,
    @RecordId() id: string,
    @Version() version: number,
    @Input(taskExemption) input: TaskExemption,
  ): Promise<ChallengeTask> {
    return this.db.run(actor, (tx) => this.ending.exempt(tx, { id, version }, input));
  }

  @Allow('challenge.approve')
  @Mutation(() => ChallengeTask)
  terminateTask(
    @CurrentActor() actor: Actor,
    @RecordId() id: string,
    @Version() version: number,
    @Input(taskTermination) input: TaskTermination,
  ): Promise<ChallengeTask> {
    return this.db.run(actor, (tx) => this.ending.terminate(tx, { id, version }, input));
  }

  @Allow('challenge.screen')
  @Mutation(() => ChallengeTask)
  closeTask(@CurrentActor() actor: Actor, @RecordId() id: string, @Version() version: number): Promise<ChallengeTask> {
    return this.db.run(actor, (tx) => this.ending.close(tx, { id, version }));
  }
}
