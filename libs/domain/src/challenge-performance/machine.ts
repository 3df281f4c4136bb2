import { z } from 'zod';
import type { Machine } from '../machine.js';

/** 攻关任务 of one winner, from the award to its end. ELIMINATED is the end of a 赛马 team, EXEMPTED that of 勤勉尽责免责. */
export const ChallengeTaskStatus = z
  .enum(['SIGNING', 'RUNNING', 'FINAL_CHECK', 'ACCEPTED', 'CLOSED', 'DECLINED', 'ELIMINATED', 'EXEMPTED', 'TERMINATED'])
  .meta({ id: 'ChallengeTaskStatus' });
export type ChallengeTaskStatus = z.infer<typeof ChallengeTaskStatus>;

export const ChallengeTaskAction = z
  .enum([
    'draftContract',
    'writeBook',
    'sign',
    'start',
    'decline',
    'hand',
    'check',
    'proposeChange',
    'agreeChange',
    'settleChange',
    'eliminate',
    'requestFinal',
    'returnFinal',
    'accept',
    'exempt',
    'terminate',
    'close',
  ])
  .meta({ id: 'ChallengeTaskAction' });
export type ChallengeTaskAction = z.infer<typeof ChallengeTaskAction>;

/**
 * 签约 (technology contract, 任务书, 军令状), milestones, 验收 and the ways out (domain.md 2.4). Both parties act under one permission; which of them may
 * take a step says `sideOfTaskAction`. Money is no state: it is recorded beside the way, by its own rules.
 */
export const challengeTaskMachine: Machine<ChallengeTaskStatus, ChallengeTaskAction> = {
  name: 'challengeTask',
  initial: 'SIGNING',
  states: ChallengeTaskStatus.options,
  actions: {
    draftContract: { from: ['SIGNING'], to: 'SIGNING', permission: 'challengeTask.act' },
    writeBook: { from: ['SIGNING'], to: 'SIGNING', permission: 'challengeTask.act' },
    sign: { from: ['SIGNING'], to: 'SIGNING', permission: 'challengeTask.act' },
    start: { from: ['SIGNING'], to: 'RUNNING', permission: 'challenge.screen' },
    decline: { from: ['SIGNING'], to: 'DECLINED', permission: 'challenge.approve' },
    hand: { from: ['RUNNING'], to: 'RUNNING', permission: 'challengeTask.act' },
    check: { from: ['RUNNING'], to: 'RUNNING', permission: 'challenge.screen' },
    proposeChange: { from: ['RUNNING'], to: 'RUNNING', permission: 'challengeTask.act' },
    agreeChange: { from: ['RUNNING'], to: 'RUNNING', permission: 'challengeTask.act' },
    settleChange: { from: ['RUNNING'], to: 'RUNNING', permission: 'challenge.approve' },
    eliminate: { from: ['RUNNING'], to: 'ELIMINATED', permission: 'challenge.approve' },
    requestFinal: { from: ['RUNNING'], to: 'FINAL_CHECK', permission: 'challengeTask.act' },
    returnFinal: { from: ['FINAL_CHECK'], to: 'RUNNING', permission: 'challenge.screen' },
    accept: { from: ['FINAL_CHECK'], to: 'ACCEPTED', permission: 'challenge.approve' },
    exempt: { from: ['RUNNING', 'FINAL_CHECK'], to: 'EXEMPTED', permission: 'challenge.approve' },
    terminate: { from: ['RUNNING', 'FINAL_CHECK'], to: 'TERMINATED', permission: 'challenge.approve' },
    close: { from: ['ACCEPTED'], to: 'CLOSED', permission: 'challenge.screen' },
  },
};

export type TaskSide = 'OWNER' | 'BIDDER';
/** Whose step it is: a promise is written and reported on by who gives it. Everything else of the parties both may do. */
export const sideOfTaskAction: Partial<Record<ChallengeTaskAction, TaskSide>> = {
  writeBook: 'BIDDER',
  hand: 'BIDDER',
  requestFinal: 'BIDDER',
};

/** Nothing is done any more; what was paid too much may still come back. */
export const endedTaskStatuses: readonly ChallengeTaskStatus[] = ['CLOSED', 'DECLINED', 'ELIMINATED', 'EXEMPTED', 'TERMINATED'];
/** Money flows to it: work is done under a signed contract or has been accepted; a team that is out still gets what it had reached. */
export const paidTaskStatuses: readonly ChallengeTaskStatus[] = ['RUNNING', 'FINAL_CHECK', 'ACCEPTED', 'ELIMINATED'];
/** It holds a place on the item: neither over without success nor accepted. */
export const openTaskStatuses: readonly ChallengeTaskStatus[] = ['SIGNING', 'RUNNING', 'FINAL_CHECK'];

/** What an item does when its tasks have moved: it runs with the first, and ends when none is open any more. Null: it stays. */
export function challengeStepOf(tasks: readonly ChallengeTaskStatus[]): 'run' | 'complete' | 'excuse' | 'breakOff' | null {
  if (!tasks.length) return null;
  if (tasks.some((s) => openTaskStatuses.includes(s))) return tasks.some((s) => s === 'RUNNING' || s === 'FINAL_CHECK') ? 'run' : null;
  if (tasks.some((s) => s === 'ACCEPTED' || s === 'CLOSED')) return 'complete';
  return tasks.includes('EXEMPTED') ? 'excuse' : 'breakOff';
}
