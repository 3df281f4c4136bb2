import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ChallengeTaskAction, ContractStatus, type Milestone } from '@jihui/domain';
import type { GqlContext } from '../../platform/auth/allow.js';
import { visible } from '../../platform/db/access.js';
import { AuditEvent } from '../../platform/db/audit-event.entity.js';
import { Db } from '../../platform/db/db.js';
import { historyOf } from '../../platform/db/history.js';
import { restricted } from '../../platform/graphql/restricted.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';
import { Challenge } from '../challenges/challenge.entity.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { taskActions, taskSideOf } from './task-access.js';
import { ChallengeTask } from './challenge-task.entity.js';
import { ChallengeReceipt, ChallengeRelease } from './task-money.entity.js';
import { TaskMoney, type PaymentGate } from './task-money.service.js';
import { TaskMilestoneFile } from './task-parts.js';
import { contractOf } from './task-steps.js';
import { TaskPayment } from './task-types.js';

@Resolver(() => ChallengeTask)
export class TaskFieldsResolver {
  constructor(
    private readonly db: Db,
    private readonly money: TaskMoney,
  ) {}

  @ResolveField(() => Challenge, { nullable: true })
  challenge(@Parent() t: ChallengeTask, @Context() { loaders }: GqlContext): Promise<Challenge | null> {
    return loaders.byId(Challenge, t.challengeId);
  }

  @ResolveField(() => Organisation, { nullable: true })
  organisation(@Parent() t: ChallengeTask, @Context() { loaders }: GqlContext): Promise<Organisation | null> {
    return loaders.byId(Organisation, t.organisationId);
  }

  @ResolveField(() => String, { nullable: true })
  mySide(@Parent() t: ChallengeTask, @Context() { actor }: GqlContext): string | null {
    return taskSideOf(actor, t);
  }

  @ResolveField(() => [gqlEnum(ChallengeTaskAction)])
  availableActions(@Parent() t: ChallengeTask, @Context() { actor }: GqlContext): ChallengeTaskAction[] {
    return taskActions(ChallengeTask, t, actor);
  }

  @ResolveField(() => gqlEnum(ContractStatus), { nullable: true, middleware: [restricted] })
  async contractStatus(@Parent() t: ChallengeTask): Promise<ContractStatus | null> {
    return (await contractOf(this.db.em, t))?.status ?? null;
  }

  /** Deliverables, evidence and remarks, in the order of the milestones. */
  @ResolveField(() => [TaskMilestoneFile], { nullable: true, middleware: [restricted] })
  milestoneFiles(@Parent() t: ChallengeTask): TaskMilestoneFile[] {
    const asFile = ({ deliverable, evidence, files, handedAt, comment }: Milestone, index: number) => ({
      index,
      deliverable,
      evidence,
      files: files ?? [],
      handedAt: handedAt === null ? null : new Date(handedAt),
      comment,
    });
    return t.milestones.map(asFile);
  }

  @ResolveField(() => [TaskPayment], { nullable: true, middleware: [restricted] })
  async payments(@Parent() t: ChallengeTask): Promise<PaymentGate[]> {
    return this.money.gates(this.db.em, t, await this.db.em.findOneByOrFail(Challenge, { id: t.challengeId }));
  }

  @ResolveField(() => [ChallengeReceipt])
  receipts(@Parent() t: ChallengeTask, @Context() { actor }: GqlContext): Promise<ChallengeReceipt[]> {
    const query = this.db.em.createQueryBuilder(ChallengeReceipt, 'r').where('r.taskId = :id', { id: t.id });
    return visible(query, ChallengeReceipt, actor).orderBy('r.createdAt').addOrderBy('r.id').getMany();
  }

  @ResolveField(() => [ChallengeRelease])
  releases(@Parent() t: ChallengeTask, @Context() { actor }: GqlContext): Promise<ChallengeRelease[]> {
    const query = this.db.em.createQueryBuilder(ChallengeRelease, 'r').where('r.taskId = :id', { id: t.id });
    return visible(query, ChallengeRelease, actor).orderBy('r.createdAt').addOrderBy('r.id').getMany();
  }

  @ResolveField(() => [AuditEvent], { nullable: true, middleware: [restricted] })
  history(@Parent() t: ChallengeTask): Promise<AuditEvent[]> {
    return historyOf(this.db.em, t.id);
  }
}

/** What an item shows of its end: objections to its decision and the winners' tasks. */
@Resolver(() => Challenge)
export class ChallengePerformanceResolver {
  constructor(private readonly db: Db) {}

  @ResolveField(() => [ChallengeTask])
  tasks(@Parent() c: Challenge): Promise<ChallengeTask[]> {
    return this.db.em.find(ChallengeTask, { where: { challengeId: c.id }, order: { createdAt: 'ASC', id: 'ASC' } });
  }
}
