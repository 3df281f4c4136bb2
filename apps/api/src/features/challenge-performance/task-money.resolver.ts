import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { DomainError, shanghaiDay, taskReceipt, taskRelease, type TaskReceipt, type TaskReleaseInput } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor } from '../../platform/auth/allow.js';
import { visible } from '../../platform/db/access.js';
import { Db } from '../../platform/db/db.js';
import { RecordId } from '../../platform/graphql/record-id.js';
import { FenScalar } from '../../platform/graphql/scalars.js';
import { Input } from '../../platform/graphql/zod-input.js';
import { Challenge } from '../challenges/challenge.entity.js';
import { isTaskInsider } from './task-access.js';
import { ChallengeTask } from './challenge-task.entity.js';
import { TaskLists } from './task-lists.service.js';
import { ChallengeBar } from './task-money.entity.js';
import { TaskMoney } from './task-money.service.js';
import { ReleaseExplanation } from './task-types.js';

const Version = () => Args('version', { type: () => Int });
const mostBars = 200;

/** The money of a task, and who may not claim any more. */
@Resolver()
export class TaskMoneyResolver {
  constructor(
    private readonly db: Db,
    private readonly lists: TaskLists,
    private readonly money: TaskMoney,
  ) {}

  /** Before a release is made: every line, those that hold too. */
  @Allow('challenge.read')
  @Query(() => ReleaseExplanation)
  async releaseCheck(
    @CurrentActor() actor: Actor,
    @RecordId('taskId') taskId: string,
    @Input(taskRelease) input: TaskReleaseInput,
  ): Promise<ReleaseExplanation> {
    const task = await this.lists.byId(taskId, actor);
    if (!isTaskInsider(actor, task)) throw new DomainError('FORBIDDEN');
    const challenge = await this.db.em.findOneByOrFail(Challenge, { id: task.challengeId });
    const { allowed, lines } = await this.money.check(this.db.em, task, challenge, input, shanghaiDay(new Date()));
    return { allowed, lines: lines.map(({ rule, ...line }) => ({ ...line, basis: rule?.basis ?? null })) };
  }

  @Allow('challengeTask.act')
  @Mutation(() => ChallengeTask)
  recordReceipt(
    @CurrentActor() actor: Actor,
    @RecordId() id: string,
    @Version() version: number,
    @Input(taskReceipt) input: TaskReceipt,
  ): Promise<ChallengeTask> {
    return this.db.run(actor, (tx) => this.money.recordReceipt(tx, { id, version }, input));
  }

  @Allow('challengeTask.act')
  @Mutation(() => ChallengeTask)
  confirmReceipt(@CurrentActor() actor: Actor, @RecordId() id: string): Promise<ChallengeTask> {
    return this.db.run(actor, (tx) => this.money.confirmReceipt(tx, id));
  }

  @Allow('challenge.approve')
  @Mutation(() => ChallengeTask)
  releaseFiscal(
    @CurrentActor() actor: Actor,
    @RecordId() id: string,
    @Version() version: number,
    @Input(taskRelease) input: TaskReleaseInput,
  ): Promise<ChallengeTask> {
    return this.db.run(actor, (tx) => this.money.release(tx, { id, version }, input));
  }

  @Allow('challenge.approve')
  @Mutation(() => ChallengeTask)
  recordRepayment(
    @CurrentActor() actor: Actor,
    @RecordId() id: string,
    @Version() version: number,
    @Args('amount', { type: () => FenScalar }) amount: string,
  ): Promise<ChallengeTask> {
    return this.db.run(actor, (tx) => this.money.repay(tx, { id, version }, amount));
  }

  /** 失信名单: the branch reads it, and an organisation its own entries. */
  @Allow('challenge.read')
  @Query(() => [ChallengeBar])
  challengeBars(@CurrentActor() actor: Actor): Promise<ChallengeBar[]> {
    return visible(this.db.em.createQueryBuilder(ChallengeBar, 'b').where('true'), ChallengeBar, actor).orderBy('b.until', 'DESC').limit(mostBars).getMany();
  }
}
