import type { ChallengeContent } from '../challenges/rules.js';
import { DomainError, type Issue } from '../errors.js';
import type { ChallengeTaskAction } from './machine.js';
import type { TaskAcceptance } from './rules.js';

/** What a step of a task looks at beside its state. */
export type TaskFacts = {
  hasBook: boolean;
  /** Signatures under the book as it is: bidder's and owner's. */
  signatures: number;
  alreadySigned: boolean;
  /** A draft that is not cancelled. */
  hasContract: boolean;
  /** Confirmed by both parties, or further; and it names the day of signing. */
  contractAgreed: boolean;
  changeOpen: boolean;
  changeAgreed: boolean;
  ownChange: boolean;
  milestonesOpen: number;
  /** Of a race: a gate is still before it. */
  raceOpen: boolean;
  mustMissed: number;
  /** Fen of the item's money that the task could still get. */
  moneyOpen: boolean;
};

export const taskFaults = [
  'contract_exists',
  'no_book',
  'signed_already',
  'book_signed',
  'no_contract',
  'contract_open',
  'unsigned',
  'change_open',
  'no_change',
  'own_change',
  'change_not_agreed',
  'milestones_open',
  'race_open',
  'must_missed',
  'money_open',
] as const;
export type TaskFault = (typeof taskFaults)[number];
const unless = (holds: boolean, fault: TaskFault): TaskFault | null => (holds ? null : fault);

const tests: Partial<Record<ChallengeTaskAction, (f: TaskFacts) => TaskFault | null>> = {
  draftContract: (f) => unless(!f.hasContract, 'contract_exists'),
  writeBook: (f) => unless(f.signatures < 2, 'book_signed'),
  sign: (f) => unless(f.hasBook, 'no_book') ?? unless(!f.alreadySigned, 'signed_already'),
  start: (f) =>
    unless(f.hasBook, 'no_book') ??
    unless(f.signatures === 2, 'unsigned') ??
    unless(f.hasContract, 'no_contract') ??
    unless(f.contractAgreed, 'contract_open'),
  proposeChange: (f) => unless(!f.changeOpen, 'change_open'),
  agreeChange: (f) => unless(f.changeOpen && !f.changeAgreed, 'no_change') ?? unless(!f.ownChange, 'own_change'),
  settleChange: (f) => unless(f.changeOpen, 'no_change') ?? unless(f.changeAgreed, 'change_not_agreed'),
  requestFinal: (f) =>
    unless(f.milestonesOpen === 0, 'milestones_open') ?? unless(!f.raceOpen, 'race_open') ?? unless(!f.changeOpen, 'change_open'),
  accept: (f) => unless(f.mustMissed === 0, 'must_missed'),
  close: (f) => unless(!f.moneyOpen, 'money_open'),
};

/** Why a step cannot be taken although the state allows it; null when it can. */
export function taskFault(action: ChallengeTaskAction, facts: TaskFacts): TaskFault | null {
  return tests[action]?.(facts) ?? null;
}

/** Refuses it with STEP_NOT_READY. */
export function demandTaskStep(action: ChallengeTaskAction, facts: TaskFacts): void {
  const what = taskFault(action, facts);
  if (what) throw new DomainError('STEP_NOT_READY', { what });
}

/** An acceptance answers each core indicator once, in the item's order. */
export function acceptanceIssues({ results }: TaskAcceptance, indicators: ChallengeContent['indicators']): Issue[] {
  const issues = indicators.flatMap((x, i): Issue[] =>
    results[i]?.indicator === x.name ? [] : [{ path: `results.${i}.measured`, code: 'other_criterion' }],
  );
  return results.length > indicators.length ? [...issues, { path: 'results', code: 'other_criterion' }] : issues;
}
export const missedMusts = ({ results }: TaskAcceptance, indicators: ChallengeContent['indicators']): number =>
  indicators.filter((x, i) => x.must && !results[i]?.met).length;
