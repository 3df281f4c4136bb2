import {
  challengeMachine,
  challengeStepOf,
  challengeTaskMachine,
  demandTaskStep,
  DomainError,
  next,
  sideOfTaskAction,
  type ChallengeTaskAction,
  type TaskFacts,
} from '@jihui/domain';
import type { EntityManager } from 'typeorm';
import { system } from '../../platform/auth/actor.js';
import type { Ref, Tx } from '../../platform/db/tx.js';
import { Challenge } from '../challenges/challenge.entity.js';
import { TechnologyContract } from '../contracts/technology-contract.entity.js';
import { taskSideOf } from './task-access.js';
import { ChallengeTask } from './challenge-task.entity.js';

const agreed: readonly string[] = ['CONFIRMED', 'SUBMITTED', 'ACCEPTED', 'FIRST_REVIEW', 'SECOND_REVIEW', 'REGISTERED'];

export async function contractOf(em: EntityManager, task: ChallengeTask): Promise<TechnologyContract | null> {
  return task.contractId ? em.findOneBy(TechnologyContract, { id: task.contractId }) : null;
}

/** What the steps of a task look at, as it is now. */
export async function taskFactsOf(tx: Tx, task: ChallengeTask, challenge: Challenge): Promise<TaskFacts> {
  const contract = await contractOf(tx.em, task);
  const side = taskSideOf(tx.actor, task);
  return {
    hasBook: task.book !== null,
    signatures: task.signatures.length,
    alreadySigned: task.signatures.some((s) => s.side === side),
    hasContract: contract !== null && contract.status !== 'CANCELLED' && contract.status !== 'REFUSED',
    contractAgreed: contract !== null && agreed.includes(contract.status) && contract.signedOn !== null,
    changeOpen: task.change !== null,
    changeAgreed: task.change?.agreed ?? false,
    ownChange: task.change?.side === side,
    milestonesOpen: task.milestones.filter((m) => m.passed !== true).length,
    raceOpen: challenge.mode === 'HORSE_RACE' && task.gatesPassed < challenge.gates.length,
    mustMissed: 0,
    moneyOpen: false,
  };
}

/** The item first, then its task: every step of every team takes its locks in this order. */
export async function lockItem(tx: Tx, challengeId: string): Promise<Challenge> {
  return tx.with({ actor: system }).lock(Challenge, { id: challengeId }, 'challenge.clock');
}

/** The task, locked, examined and in its next state; `more` is what the step itself brings. */
export async function takeTaskStep(
  tx: Tx,
  ref: Ref,
  action: ChallengeTaskAction,
  more: (task: ChallengeTask, challenge: Challenge) => Partial<TaskFacts> | Promise<Partial<TaskFacts>> = () => ({}),
): Promise<{ task: ChallengeTask; challenge: Challenge }> {
  const { challengeId } = await tx.see(ChallengeTask, ref.id);
  const challenge = await lockItem(tx, challengeId);
  const task = await tx.lock(ChallengeTask, ref, challengeTaskMachine.actions[action].permission);
  const whose = sideOfTaskAction[action];
  if (whose && taskSideOf(tx.actor, task) !== whose) throw new DomainError('FORBIDDEN');
  task.status = next(challengeTaskMachine, task.status, action);
  demandTaskStep(action, { ...(await taskFactsOf(tx, task, challenge)), ...(await more(task, challenge)) });
  return { task, challenge };
}

const eventOf = {
  run: 'challenge.started',
  complete: 'challenge.accepted',
  excuse: 'challenge.excused',
  breakOff: 'challenge.brokenOff',
} as const;

/** What the item does now that its tasks have moved. `reason` is read by everybody where the item ends without success. */
export async function follow(tx: Tx, challenge: Challenge, reason: string | null = null): Promise<void> {
  const tasks = await tx.em.findBy(ChallengeTask, { challengeId: challenge.id });
  const step = challengeStepOf(tasks.map((t) => t.status));
  if (!step || !challengeMachine.actions[step].from.includes(challenge.status)) return;
  challenge.status = next(challengeMachine, challenge.status, step);
  if (step === 'excuse' || step === 'breakOff') challenge.endReason = reason;
  await tx.save(challenge);
  await tx.with({ actor: system }).record(eventOf[step], challenge.id, {});
}
