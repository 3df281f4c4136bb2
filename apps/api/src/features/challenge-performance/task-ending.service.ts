import { Injectable } from '@nestjs/common';
import {
  acceptanceIssues,
  barredUntil,
  DomainError,
  formatMoney,
  missedMusts,
  mostClawBack,
  parse,
  reasonGiven,
  shanghaiDay,
  type TaskAcceptance,
  type TaskExemption,
  type TaskTermination,
} from '@jihui/domain';
import type { Ref, Tx } from '../../platform/db/tx.js';
import { FilesService } from '../../platform/files/files.service.js';
import { ChallengeTask } from './challenge-task.entity.js';
import { TaskMoney } from './task-money.service.js';
import { ChallengeBar, ChallengeRelease } from './task-money.entity.js';
import { givePapers } from './task-papers.js';
import { follow, takeTaskStep } from './task-steps.js';

/** 验收, and the other ways out: 尽职免责, 终止 with claw-back and bar, and the closing of the money. */
@Injectable()
export class TaskEnding {
  constructor(
    private readonly money: TaskMoney,
    private readonly files: FilesService,
  ) {}

  /** The bidder asks for the acceptance, with the papers that show what was reached. */
  async requestFinal(tx: Tx, ref: Ref, fileIds: readonly string[] = []): Promise<ChallengeTask> {
    const { task } = await takeTaskStep(tx, ref, 'requestFinal');
    task.finalFiles = [...task.finalFiles, ...(await givePapers(this.files, tx, fileIds, task.id))];
    await tx.save(task);
    await tx.record('challengeTask.finalRequested', task.id, {});
    return task;
  }

  async returnFinal(tx: Tx, ref: Ref, given: string): Promise<ChallengeTask> {
    const { task } = await takeTaskStep(tx, ref, 'returnFinal');
    const { reason } = parse(reasonGiven, { reason: given });
    await tx.save(task);
    await tx.record('challengeTask.finalReturned', task.id, { reason });
    return task;
  }

  /** Every core indicator measured; none that must be reached is missed. */
  async accept(tx: Tx, ref: Ref, acceptance: TaskAcceptance): Promise<ChallengeTask> {
    const { task, challenge } = await takeTaskStep(tx, ref, 'accept', (_, item) => {
      const issues = acceptanceIssues(acceptance, item.indicators);
      if (issues.length) throw new DomainError('INVALID_INPUT', { issues });
      return { mustMissed: missedMusts(acceptance, item.indicators) };
    });
    Object.assign(task, { acceptance, acceptedOn: shanghaiDay(tx.now) });
    await tx.save(task);
    await tx.record('challengeTask.accepted', task.id, {});
    await follow(tx, challenge);
    return task;
  }

  /** 勤勉尽责免责: not reached, and nobody is to blame. Money not spent comes back; nobody is barred. */
  async exempt(tx: Tx, ref: Ref, { reason, clawBack }: TaskExemption): Promise<ChallengeTask> {
    const { task, challenge } = await takeTaskStep(tx, ref, 'exempt');
    await this.demandClawBack(tx, task, clawBack);
    Object.assign(task, { endedOn: shanghaiDay(tx.now), endReason: reason, clawBack, change: null });
    await tx.save(task);
    await tx.record('challengeTask.exempted', task.id, { reason, clawBack });
    await follow(tx, challenge, reason);
    return task;
  }

  /** 终止. Breach and fraud bar the bidder for the term of the rule of the day. */
  async terminate(tx: Tx, ref: Ref, { cause, reason, clawBack }: TaskTermination): Promise<ChallengeTask> {
    const { task, challenge } = await takeTaskStep(tx, ref, 'terminate');
    await this.demandClawBack(tx, task, clawBack);
    const today = shanghaiDay(tx.now);
    const until = barredUntil(cause, today);
    Object.assign(task, { endedOn: today, endReason: reason, cause, clawBack, change: null });
    await tx.save(task);
    const { organisationId, branchId } = task;
    if (until) await tx.insert(ChallengeBar, { organisationId, branchId, taskId: task.id, cause, reason, since: today, until });
    await tx.record('challengeTask.terminated', task.id, { reason, cause, clawBack, barredUntil: until });
    await follow(tx, challenge, reason);
    return task;
  }

  /** Everything is paid as promised. */
  async close(tx: Tx, ref: Ref): Promise<ChallengeTask> {
    const { task } = await takeTaskStep(tx, ref, 'close', async (row, item) => ({ moneyOpen: await this.money.isOpen(tx.em, row, item) }));
    task.endedOn = shanghaiDay(tx.now);
    await tx.save(task);
    await tx.record('challengeTask.closed', task.id, {});
    return task;
  }

  private async demandClawBack(tx: Tx, task: ChallengeTask, amount: string): Promise<void> {
    const released = await tx.em.findBy(ChallengeRelease, { taskId: task.id });
    const most = mostClawBack(released.map((r) => r.amount));
    if (BigInt(amount) > most)
      throw new DomainError('INVALID_INPUT', { issues: [{ path: 'clawBack', code: 'claw_back', params: { most: formatMoney(most) } }] });
  }
}
