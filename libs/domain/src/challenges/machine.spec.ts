import { next, availableActions } from '../machine.js';
import { can, Role } from '../policy.js';
import {
  challengeMachine as machine,
  ChallengeAction,
  ChallengeStatus,
  finalChallengeStatuses,
  publicChallengeStatuses,
  statusesOfBoardStage,
  type ChallengeStatus as Status,
} from './machine.js';
import { closingGraceMs, isInTime, stepFault, type ChallengeFacts } from './steps.js';

/** A small generator with a seed: a failing walk can be walked again. */
function random(seed: number) {
  let state = seed >>> 0;
  return (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** The model: an item with its facts, kept by the plainest means, and the truths that must hold whatever is done in whatever order. */
class Model {
  status: Status = machine.initial;
  now = Date.UTC(2026, 0, 5, 1);
  closesAt: number | null = null;
  published = false;
  agreed = false;
  rewritten = false;
  halves = 0;
  keyHolders = 0;
  claims = 0;
  unjudged = 0;
  qualified = 0;
  reviewers = 0;
  scoresMissing = 0;
  reasonsMissing = 0;
  noticeEndsOn: string | null = null;
  opened = false;
  day = (): string => new Date(this.now).toISOString().slice(0, 10);
  facts(pick: (n: number) => number): ChallengeFacts {
    return {
      now: new Date(this.now),
      today: this.day(),
      claimsCloseAt: this.closesAt === null ? null : new Date(this.closesAt),
      ready: pick(4) > 0,
      rewritten: this.rewritten,
      agreed: this.agreed,
      sameExaminer: false,
      keyHolders: this.keyHolders,
      halves: this.halves + 1,
      claims: this.claims,
      unjudged: this.unjudged,
      qualified: this.qualified,
      reviewers: this.reviewers,
      meetingsOpen: pick(3) === 0 ? 1 : 0,
      meetingsHeld: 0,
      unmet: 0,
      scoresMissing: this.scoresMissing,
      winners: pick(3),
      teams: 1,
      reasonsMissing: this.reasonsMissing,
      noticeEndsOn: this.noticeEndsOn,
      objectionsOpen: pick(4) === 0 ? 1 : 0,
    };
  }
  /** What time and other people do between two steps. */
  world(pick: (n: number) => number): void {
    this.now += pick(4) * 86_400_000 + pick(1000);
    if (this.status === 'CLAIM_OPEN' && this.closesAt !== null && isInTime(new Date(this.now), new Date(this.closesAt)) && pick(6) === 0)
      this.claims++;
    if (this.status === 'OPENED' && this.unjudged > 0) {
      this.unjudged--;
      this.qualified += pick(2);
    }
    if (this.status === 'REVIEW' && this.scoresMissing > 0) this.scoresMissing--;
    if (this.status === 'REVIEW' && this.reasonsMissing > 0) this.reasonsMissing--;
  }
  apply(action: ChallengeAction): void {
    const before = this.status;
    this.status = next(machine, before, action);
    if (action === 'argue') [this.rewritten, this.agreed] = [true, false];
    if (action === 'agree') this.agreed = true;
    if (action === 'holdKey') this.keyHolders++;
    if (action === 'publish') [this.published, this.closesAt] = [true, this.now + 20 * 86_400_000];
    if (action === 'giveKey' || action === 'open') this.halves++;
    if (action === 'open') [this.opened, this.unjudged] = [true, this.claims];
    if (action === 'appoint') this.reviewers++;
    if (action === 'startReview') [this.scoresMissing, this.reasonsMissing] = [this.qualified * this.reviewers, this.claims];
    if (action === 'announce') this.noticeEndsOn = new Date(this.now + 7 * 86_400_000).toISOString().slice(0, 10);
    if (action === 'reopen' || action === 'returnToOwner') [this.rewritten, this.agreed, this.keyHolders] = [false, false, 0];
    this.hold(action, before);
  }
  /** The invariants. */
  hold(action: ChallengeAction, before: Status): void {
    const { status } = this;
    const must = (holds: boolean, truth: string): void => {
      if (!holds) throw new Error(`${truth} is broken by ${action} from ${before}`);
    };
    must(!this.published || publicChallengeStatuses.includes(status), 'what is out stays out');
    must(before !== 'CLAIM_OPEN' || status === before || this.now > (this.closesAt ?? Infinity) + closingGraceMs, 'open to the deadline');
    must(status !== 'CLAIM_OPEN' || this.keyHolders === 2, 'two key holders');
    must(!this.opened || this.halves === 2, 'two halves open');
    must(this.opened || !['OPENED', 'QUALIFIED', 'REVIEW', 'DECIDED', 'NOTICE', 'AWARDED', 'RUNNING', 'ACCEPTED'].includes(status), 'sealed until opened');
    must(action !== 'decide' || this.scoresMissing === 0, 'all scores in');
    must(status !== 'AWARDED' || (this.reasonsMissing === 0 && this.day() > (this.noticeEndsOn ?? '9')), 'reasons and notice');
    must(status !== 'NO_CLAIM' || this.qualified === 0, 'no claim');
  }
}

describe('the lifecycle of a challenge, walked at random', () => {
  const seen = new Map<Status, number>();
  const taken = new Set<ChallengeAction>();
  let steps = 0;

  it('keeps its truths over ten thousands of steps by random people', () => {
    const people: readonly (readonly Role[] | null)[] = [
      ['ENTERPRISE_USER'],
      ['OPERATOR_L1'],
      ['OPERATOR_L2'],
      ['BRANCH_ADMIN'],
      ['EXPERT'],
      ['UNIT_TTO'],
      null,
    ];
    for (let walk = 0; walk < 400; walk++) {
      const pick = random(walk + 1);
      const model = new Model();
      for (let i = 0; i < 400 && !finalChallengeStatuses.includes(model.status); i++) {
        model.world(pick);
        const isClock = pick(8) === 0;
        const roles = people[pick(people.length)] ?? null;
        const mine = availableActions(machine, model.status, (p) => (p === 'challenge.clock' ? isClock : can(roles, p)));
        const action = mine[pick(mine.length)];
        // An exit ends most walks at once if it is as likely as a step forward.
        if (!action || (['withdraw', 'terminate', 'returnToOwner', 'delete'].includes(action) && pick(12) > 0)) continue;
        if (stepFault(action, model.facts(pick)) !== null) continue;
        model.apply(action);
        taken.add(action);
        seen.set(model.status, (seen.get(model.status) ?? 0) + 1);
        steps++;
      }
    }
    expect(steps).toBeGreaterThan(5_000);
  });

  it('reaches every state and takes every action', () => {
    expect(ChallengeStatus.options.filter((s) => !seen.has(s))).toEqual([]);
    expect(ChallengeAction.options.filter((a) => !taken.has(a))).toEqual([]);
  });

  it('has no dead state: from everywhere an end can be reached, and an end is an end', () => {
    const ends = new Set<Status>(finalChallengeStatuses);
    for (let size = 0; size !== ends.size;) {
      size = ends.size;
      for (const { from, to } of Object.values(machine.actions)) if (ends.has(to)) for (const s of from) ends.add(s);
    }
    expect([...ends].sort()).toEqual([...ChallengeStatus.options].sort());
    for (const end of finalChallengeStatuses) expect(availableActions(machine, end, () => true)).toEqual([]);
  });

  it('lets nobody but the clock take an item from the board before its deadline', () => {
    for (const role of Role.options)
      expect(availableActions(machine, 'CLAIM_OPEN', (p) => can([role], p)).filter((a) => a !== 'amend')).toEqual([]);
    expect(Object.values(statusesOfBoardStage).flat().sort()).toEqual([...publicChallengeStatuses].sort());
  });
});
