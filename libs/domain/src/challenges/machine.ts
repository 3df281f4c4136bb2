import { z } from 'zod';
import type { Machine } from '../machine.js';

export const ChallengeStatus = z
  .enum([
    'DRAFT',
    'COLLECTING',
    'SCREENED',
    'ARGUED',
    'APPROVED',
    'CLAIM_OPEN',
    'CLAIM_CLOSED',
    'OPENED',
    'QUALIFIED',
    'REVIEW',
    'DECIDED',
    'NOTICE',
    'AWARDED',
    'RUNNING',
    'ACCEPTED',
    'FAILED_WITH_DILIGENCE',
    'NO_CLAIM',
    'WITHDRAWN',
    'TERMINATED',
  ])
  .meta({ id: 'ChallengeStatus' });
export type ChallengeStatus = z.infer<typeof ChallengeStatus>;

export const ChallengeAction = z
  .enum([
    'edit',
    'submit',
    'withdraw',
    'reopen',
    'delete',
    'returnToOwner',
    'screen',
    'argue',
    'agree',
    'approve',
    'holdKey',
    'publish',
    'amend',
    'closeClaims',
    'expire',
    'giveKey',
    'open',
    'qualify',
    'declareNoClaim',
    'meet',
    'appoint',
    'startReview',
    'substitute',
    'decide',
    'announce',
    'reconsider',
    'conclude',
    'terminate',
    'run',
    'complete',
    'excuse',
    'breakOff',
  ])
  .meta({ id: 'ChallengeAction' });
export type ChallengeAction = z.infer<typeof ChallengeAction>;

/** From the deadline to the end of the notice: what may be ended by 终止. */
const running = ['CLAIM_CLOSED', 'OPENED', 'QUALIFIED', 'REVIEW', 'DECIDED', 'NOTICE'] as const;

/**
 * 揭榜挂帅 from need to award (practice of Henan 2026, Changsha and Ganzhou 2023). An item that is out stays out to its deadline: CLAIM_OPEN is
 * left by the clock alone. `closeClaims` and `expire` are the clock's; `giveKey` is the first key holder's half, `open` the second's. A decision that
 * falls goes back to the panel, which may be another one. What comes after the award follows from the winners' tasks (challengeTaskMachine).
 */
export const challengeMachine: Machine<ChallengeStatus, ChallengeAction> = {
  name: 'challenge',
  initial: 'DRAFT',
  states: ChallengeStatus.options,
  actions: {
    edit: { from: ['DRAFT'], to: 'DRAFT', permission: 'challenge.write' },
    submit: { from: ['DRAFT'], to: 'COLLECTING', permission: 'challenge.write' },
    withdraw: { from: ['COLLECTING', 'SCREENED', 'ARGUED', 'APPROVED'], to: 'WITHDRAWN', permission: 'challenge.write' },
    reopen: { from: ['WITHDRAWN'], to: 'DRAFT', permission: 'challenge.write' },
    delete: { from: ['DRAFT'], to: 'DRAFT', permission: 'challenge.write' },
    returnToOwner: { from: ['COLLECTING', 'SCREENED', 'ARGUED'], to: 'DRAFT', permission: 'challenge.screen' },
    screen: { from: ['COLLECTING'], to: 'SCREENED', permission: 'challenge.screen' },
    argue: { from: ['SCREENED', 'ARGUED'], to: 'ARGUED', permission: 'challenge.screen' },
    agree: { from: ['ARGUED'], to: 'ARGUED', permission: 'challenge.write' },
    approve: { from: ['ARGUED'], to: 'APPROVED', permission: 'challenge.approve' },
    holdKey: { from: ['APPROVED'], to: 'APPROVED', permission: 'challenge.hold' },
    publish: { from: ['APPROVED'], to: 'CLAIM_OPEN', permission: 'challenge.screen' },
    amend: { from: ['CLAIM_OPEN'], to: 'CLAIM_OPEN', permission: 'challenge.screen' },
    closeClaims: { from: ['CLAIM_OPEN'], to: 'CLAIM_CLOSED', permission: 'challenge.clock' },
    expire: { from: ['CLAIM_OPEN'], to: 'NO_CLAIM', permission: 'challenge.clock' },
    giveKey: { from: ['CLAIM_CLOSED'], to: 'CLAIM_CLOSED', permission: 'challenge.hold' },
    open: { from: ['CLAIM_CLOSED'], to: 'OPENED', permission: 'challenge.hold' },
    qualify: { from: ['OPENED'], to: 'QUALIFIED', permission: 'challenge.screen' },
    declareNoClaim: { from: ['OPENED'], to: 'NO_CLAIM', permission: 'challenge.screen' },
    meet: { from: ['QUALIFIED'], to: 'QUALIFIED', permission: 'challenge.answer' },
    appoint: { from: ['QUALIFIED'], to: 'QUALIFIED', permission: 'challenge.screen' },
    startReview: { from: ['QUALIFIED'], to: 'REVIEW', permission: 'challenge.screen' },
    substitute: { from: ['REVIEW'], to: 'REVIEW', permission: 'challenge.screen' },
    decide: { from: ['REVIEW'], to: 'DECIDED', permission: 'challenge.approve' },
    announce: { from: ['DECIDED'], to: 'NOTICE', permission: 'challenge.screen' },
    reconsider: { from: ['NOTICE'], to: 'QUALIFIED', permission: 'challenge.approve' },
    conclude: { from: ['NOTICE'], to: 'AWARDED', permission: 'challenge.approve' },
    terminate: { from: running, to: 'TERMINATED', permission: 'challenge.approve' },
    run: { from: ['AWARDED'], to: 'RUNNING', permission: 'challenge.clock' },
    complete: { from: ['RUNNING'], to: 'ACCEPTED', permission: 'challenge.clock' },
    excuse: { from: ['RUNNING'], to: 'FAILED_WITH_DILIGENCE', permission: 'challenge.clock' },
    breakOff: { from: ['AWARDED', 'RUNNING'], to: 'TERMINATED', permission: 'challenge.clock' },
  },
};

/** Ends of the way: nothing leads out of them. From 流榜 a new item is made, since what was published stays as it was. */
export const finalChallengeStatuses: readonly ChallengeStatus[] = ['ACCEPTED', 'FAILED_WITH_DILIGENCE', 'NO_CLAIM', 'TERMINATED'];

/** What the public reads: everything from the publication on. */
export const publicChallengeStatuses: readonly ChallengeStatus[] = [
  'CLAIM_OPEN',
  ...running,
  'AWARDED',
  'RUNNING',
  'ACCEPTED',
  'FAILED_WITH_DILIGENCE',
  'NO_CLAIM',
  'TERMINATED',
];
/** The decision is made and before the public, or done: winners are named. */
export const announcedChallengeStatuses: readonly ChallengeStatus[] = ['NOTICE', 'AWARDED', 'RUNNING', 'ACCEPTED', 'FAILED_WITH_DILIGENCE'];

/** The board's tabs. */
export const BoardStage = z.enum(['OPEN', 'IN_REVIEW', 'AWARDED', 'RUNNING', 'ACCEPTED', 'ENDED']).meta({ id: 'BoardStage' });
export type BoardStage = z.infer<typeof BoardStage>;
export const statusesOfBoardStage: Record<BoardStage, readonly ChallengeStatus[]> = {
  OPEN: ['CLAIM_OPEN'],
  IN_REVIEW: ['CLAIM_CLOSED', 'OPENED', 'QUALIFIED', 'REVIEW', 'DECIDED'],
  AWARDED: ['NOTICE', 'AWARDED'],
  RUNNING: ['RUNNING'],
  ACCEPTED: ['ACCEPTED'],
  ENDED: ['NO_CLAIM', 'FAILED_WITH_DILIGENCE', 'TERMINATED'],
};

/** What became of an item: what the statistics count, and the board shows behind each count. */
export const BoardOutcome = z.enum(['AWARDED', 'ACCEPTED', 'NO_CLAIM', 'TERMINATED']).meta({ id: 'BoardOutcome' });
export type BoardOutcome = z.infer<typeof BoardOutcome>;
export const statusesOfOutcome: Record<BoardOutcome, readonly ChallengeStatus[]> = {
  AWARDED: ['AWARDED', 'RUNNING', 'ACCEPTED', 'FAILED_WITH_DILIGENCE'],
  ACCEPTED: ['ACCEPTED'],
  NO_CLAIM: ['NO_CLAIM'],
  TERMINATED: ['TERMINATED'],
};
