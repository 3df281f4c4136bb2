import { Injectable } from '@nestjs/common';
import {
  checkRelease,
  DomainError,
  endedTaskStatuses,
  formatMoney,
  gateDays,
  paidTaskStatuses,
  parse,
  shanghaiDay,
  sharesOf,
  sharingTeams,
  teamAmounts,
  type ReleaseCheck,
  type TaskReceipt,
  type TaskReleaseInput,
  taskRelease,
} from '@jihui/domain';
import { Not, type EntityManager } from 'typeorm';
import type { Ref, Tx } from '../../platform/db/tx.js';
import { Challenge } from '../challenges/challenge.entity.js';
import { taskSideOf } from './task-access.js';
import { ChallengeTask } from './challenge-task.entity.js';
import { ChallengeReceipt, ChallengeRelease } from './task-money.entity.js';
import { contractOf, lockItem } from './task-steps.js';

export type PaymentGate = { gate: number; name: string; openedOn: string | null; fiscal: string; cash: string; released: string };
const sum = (amounts: readonly string[]): bigint => amounts.reduce((all, a) => all + BigInt(a), 0n);

/** The money of a task: what the enterprise gave, what the branch released, what came back. Every release carries its reasons. */
@Injectable()
export class TaskMoney {
  /** The owner records what he gave; assets, goods and services are kept too, and count for nothing. */
  async recordReceipt(tx: Tx, ref: Ref, input: TaskReceipt): Promise<ChallengeTask> {
    const { task } = await this.lock(tx, ref);
    if (taskSideOf(tx.actor, task) !== 'OWNER') throw new DomainError('FORBIDDEN');
    if (!paidTaskStatuses.includes(task.status)) throw new DomainError('ILLEGAL_TRANSITION');
    if (input.receivedOn > shanghaiDay(tx.now)) throw new DomainError('INVALID_INPUT', { issues: [{ path: 'receivedOn', code: 'in_future' }] });
    await tx.insert(ChallengeReceipt, { taskId: task.id, ...input, confirmedOn: null });
    await tx.save(task);
    await tx.record('challengeTask.receiptRecorded', task.id, { amount: input.amount, kind: input.kind });
    return task;
  }

  /** The bidder confirms that it came. */
  async confirmReceipt(tx: Tx, id: string): Promise<ChallengeTask> {
    const { taskId } = await tx.see(ChallengeReceipt, id);
    const { task } = await this.lock(tx, { id: taskId });
    if (taskSideOf(tx.actor, task) !== 'BIDDER') throw new DomainError('FORBIDDEN');
    const row = await tx.lock(ChallengeReceipt, { id }, 'challengeTask.act');
    if (row.confirmedOn) throw new DomainError('ALREADY_CONFIRMED');
    await tx.save(Object.assign(row, { confirmedOn: shanghaiDay(tx.now) }));
    await tx.save(task);
    await tx.record('challengeTask.receiptConfirmed', task.id, { amount: row.amount });
    return task;
  }

  /** Fiscal money goes out only when every line of the explanation holds, and keeps that explanation. */
  async release(tx: Tx, ref: Ref, input: TaskReleaseInput): Promise<ChallengeTask> {
    const challenge = await lockItem(tx, (await tx.see(ChallengeTask, ref.id)).challengeId);
    const task = await tx.lock(ChallengeTask, ref, 'challenge.approve');
    if (!paidTaskStatuses.includes(task.status)) throw new DomainError('ILLEGAL_TRANSITION');
    const check = await this.check(tx.em, task, challenge, input, shanghaiDay(tx.now));
    if (!check.allowed) throw new DomainError('STEP_NOT_READY', { what: 'release_lines' });
    await tx.insert(ChallengeRelease, { taskId: task.id, ...input, releasedOn: shanghaiDay(tx.now), lines: check.lines });
    await tx.save(task);
    await tx.record('challengeTask.released', task.id, { gate: input.gate, amount: input.amount });
    return task;
  }

  /** What was asked back came in, whole or in part. */
  async repay(tx: Tx, ref: Ref, amount: string): Promise<ChallengeTask> {
    await lockItem(tx, (await tx.see(ChallengeTask, ref.id)).challengeId);
    const task = await tx.lock(ChallengeTask, ref, 'challenge.approve');
    if (!endedTaskStatuses.includes(task.status)) throw new DomainError('ILLEGAL_TRANSITION');
    const left = BigInt(task.clawBack) - BigInt(task.repaid);
    if (BigInt(amount) <= 0n || BigInt(amount) > left)
      throw new DomainError('INVALID_INPUT', { issues: [{ path: 'amount', code: 'claw_back', params: { most: formatMoney(left) } }] });
    task.repaid = String(BigInt(task.repaid) + BigInt(amount));
    await tx.save(task);
    await tx.record('challengeTask.repaid', task.id, { amount });
    return task;
  }

  /** Line by line whether so much may be released at a gate on that day. */
  async check(em: EntityManager, task: ChallengeTask, challenge: Challenge, given: TaskReleaseInput, day: string): Promise<ReleaseCheck> {
    const { gate, amount } = parse(taskRelease, given);
    const contract = await contractOf(em, task);
    const receipts = await em.findBy(ChallengeReceipt, { taskId: task.id });
    const released = await em.findBy(ChallengeRelease, { taskId: task.id });
    return checkRelease({
      budget: { enterpriseTotal: challenge.ownFunds ?? '0', cashToBidder: challenge.bidderCash ?? '0', fiscal: challenge.fiscalSupport ?? '0' },
      gate,
      amount,
      day,
      signedOn: contract?.signedOn ?? null,
      acceptedOn: this.openedOn(task, challenge),
      receipts,
      released,
      shares: sharesOf(challenge.paymentPlan),
      parts: await this.parts(em, task, challenge),
    });
  }

  /** Every payment of the plan: when it opened, what this bidder gets at it, what has gone out. */
  async gates(em: EntityManager, task: ChallengeTask, challenge: Challenge): Promise<PaymentGate[]> {
    const { fiscal, cash } = await this.parts(em, task, challenge);
    const released = await em.findBy(ChallengeRelease, { taskId: task.id });
    const opened = this.openedOn(task, challenge);
    return challenge.paymentPlan.map(({ name }, i) => ({
      gate: i + 1,
      name,
      openedOn: opened[i] ?? null,
      fiscal: String(fiscal[i] ?? 0n),
      cash: String(cash[i] ?? 0n),
      released: String(sum(released.filter((r) => r.gate === i + 1).map((r) => r.amount))),
    }));
  }

  async isOpen(em: EntityManager, task: ChallengeTask, challenge: Challenge): Promise<boolean> {
    const gates = await this.gates(em, task, challenge);
    const receipts = await em.findBy(ChallengeReceipt, { taskId: task.id, kind: 'CASH' });
    const cash = sum(receipts.filter((r) => r.confirmedOn !== null).map((r) => r.amount));
    return cash < sum(gates.map((g) => g.cash)) || gates.some((g) => BigInt(g.released) < BigInt(g.fiscal));
  }

  private openedOn = (task: ChallengeTask, challenge: Challenge) =>
    gateDays(challenge.paymentPlan.length, task.milestones, task.startedOn, task.acceptedOn);

  private async parts(em: EntityManager, task: ChallengeTask, challenge: Challenge): Promise<{ fiscal: bigint[]; cash: bigint[] }> {
    const others = (await em.findBy(ChallengeTask, { challengeId: challenge.id, id: Not(task.id) })).filter((t) => t.status !== 'DECLINED');
    const teams = sharingTeams(challenge.paymentPlan.length, [task, ...others].map((t) => ({ opened: this.openedOn(t, challenge), endedOn: t.endedOn })));
    const shares = sharesOf(challenge.paymentPlan);
    return {
      fiscal: teamAmounts(challenge.fiscalSupport ?? '0', shares, teams),
      cash: teamAmounts(challenge.bidderCash ?? '0', shares, teams),
    };
  }

  private async lock(tx: Tx, ref: Ref): Promise<{ task: ChallengeTask; challenge: Challenge }> {
    const challenge = await lockItem(tx, (await tx.see(ChallengeTask, ref.id)).challengeId);
    return { challenge, task: await tx.lock(ChallengeTask, ref, 'challengeTask.act') };
  }
}
