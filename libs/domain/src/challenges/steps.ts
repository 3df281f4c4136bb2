import { DomainError } from '../errors.js';
import type { ChallengeAction } from './machine.js';

/** What a step looks at beside the state. Counts, moments and marks only, so that the whole lifecycle can be walked without a database. */
export type ChallengeFacts = {
  now: Date;
  today: string;
  claimsCloseAt: Date | null;
  ready: boolean;
  rewritten: boolean;
  agreed: boolean;
  /** The same person screened it. */
  sameExaminer: boolean;
  keyHolders: number;
  /** Halves given at the opening, this one included. */
  halves: number;
  claims: number;
  unjudged: number;
  qualified: number;
  reviewers: number;
  /** Meetings that are planned and neither confirmed by both nor called off, and those that were held. */
  meetingsOpen: number;
  meetingsHeld: number;
  /** Qualified bidders without a meeting that was held. */
  unmet: number;
  scoresMissing: number;
  winners: number;
  teams: number;
  reasonsMissing: number;
  noticeEndsOn: string | null;
  /** Objections without an answer. */
  objectionsOpen: number;
};

/** Claims are taken in to the very millisecond of the deadline, by the server's clock. */
export function isInTime(receivedAt: Date, claimsCloseAt: Date): boolean {
  return receivedAt.getTime() <= claimsCloseAt.getTime();
}
/** The clock closes a little later than the deadline, so that a claim received in time is still written. */
export const closingGraceMs = 60_000;
/** A panel has at least so many reviewers (odd numbers are usual, not asked for). */
export const leastReviewers = 3;

export const stepFaults = [
  'not_ready',
  'not_agreed',
  'too_many_holders',
  'two_holders',
  'before_deadline',
  'after_deadline',
  'has_claims',
  'no_claims',
  'half_missing',
  'unjudged',
  'none_qualified',
  'some_qualified',
  'few_reviewers',
  'meetings_open',
  'some_unmet',
  'scores_missing',
  'winners',
  'reasons_missing',
  'notice_runs',
  'objections_open',
] as const;
export type StepFault = (typeof stepFaults)[number];

type Test = (f: ChallengeFacts) => StepFault | null;
const unless = (holds: boolean, fault: StepFault): StepFault | null => (holds ? null : fault);
const isClosed = (f: ChallengeFacts): boolean => f.claimsCloseAt !== null && f.now.getTime() > f.claimsCloseAt.getTime() + closingGraceMs;

const tests: Partial<Record<ChallengeAction, Test>> = {
  submit: (f) => unless(f.ready, 'not_ready'),
  // The day may have passed the item's own term since it was handed in, or the owner have lost his verification.
  approve: (f) => unless(!f.rewritten || f.agreed, 'not_agreed') ?? unless(f.ready, 'not_ready'),
  holdKey: (f) => unless(f.keyHolders < 2, 'too_many_holders'),
  publish: (f) => unless(f.keyHolders === 2, 'two_holders') ?? unless(f.ready, 'not_ready'),
  amend: (f) => unless(f.claimsCloseAt !== null && isInTime(f.now, f.claimsCloseAt), 'after_deadline'),
  closeClaims: (f) => (isClosed(f) ? unless(f.claims > 0, 'no_claims') : 'before_deadline'),
  expire: (f) => (isClosed(f) ? unless(f.claims === 0, 'has_claims') : 'before_deadline'),
  giveKey: (f) => unless(f.halves === 1, 'half_missing'),
  open: (f) => unless(f.halves === 2, 'half_missing'),
  qualify: (f) => (f.unjudged > 0 ? 'unjudged' : unless(f.qualified > 0, 'none_qualified')),
  declareNoClaim: (f) => (f.unjudged > 0 ? 'unjudged' : unless(f.qualified === 0, 'some_qualified')),
  // Whoever is qualified is met like the others, or nobody is: a bidder who alone was heard would know more than his rivals.
  startReview: (f) =>
    unless(f.reviewers >= leastReviewers, 'few_reviewers') ??
    unless(f.meetingsOpen === 0, 'meetings_open') ??
    unless(f.meetingsHeld === 0 || f.unmet === 0, 'some_unmet'),
  decide: (f) =>
    f.reviewers < leastReviewers
      ? 'few_reviewers'
      : f.scoresMissing > 0
      ? 'scores_missing'
      : f.winners < 1 || f.winners > f.teams
        ? 'winners'
        : unless(f.reasonsMissing === 0, 'reasons_missing'),
  conclude: (f) =>
    f.reasonsMissing > 0
      ? 'reasons_missing'
      : (unless(f.objectionsOpen === 0, 'objections_open') ?? unless(f.noticeEndsOn !== null && f.today > f.noticeEndsOn, 'notice_runs')),
};

/** Why a step cannot be taken although the state allows it; null when it can. */
export function stepFault(action: ChallengeAction, facts: ChallengeFacts): StepFault | null {
  return tests[action]?.(facts) ?? null;
}

/** Refuses it with STEP_NOT_READY; one person never both shapes and approves an item. */
export function demandStep(action: ChallengeAction, facts: ChallengeFacts): void {
  if (action === 'approve' && facts.sameExaminer) throw new DomainError('SAME_REVIEWER');
  const what = stepFault(action, facts);
  if (what) throw new DomainError('STEP_NOT_READY', { what });
}
