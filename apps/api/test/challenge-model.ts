import { can, challengeMachine, challengeTaskMachine, DomainError, shanghaiDay, type ChallengeAction, type ChallengeStatus, type ChallengeTaskStatus } from '@jihui/domain';
import type { Tx } from '../src/platform/db/tx.js';
import type { Actor } from '../src/platform/auth/actor.js';
import { modelActions, type ModelAction, type ModelWorld } from './challenge-model-actions.js';

type ItemRow = { id: string; status: ChallengeStatus; claimsCloseAt: Date | null; openedAt: Date | null; noticeEndsOn: string | null; mode: string };
type TaskRow = { id: string; status: ChallengeTaskStatus };
type Seen = { item: ItemRow; tasks: Map<string, ChallengeTaskStatus> };
export type ModelReport = { steps: number; taken: number; refused: Map<string, number>; actions: Map<string, number>; states: Set<string> };

/** Where each event of the trail leaves an item: what the trail says happened must be where the item is. */
const leadsTo: Partial<Record<string, ChallengeStatus>> = {
  created: 'DRAFT', submitted: 'COLLECTING', returned: 'DRAFT', screened: 'SCREENED', argued: 'ARGUED', approved: 'APPROVED', withdrawn: 'WITHDRAWN', reopened: 'DRAFT',
  published: 'CLAIM_OPEN', claimsClosed: 'CLAIM_CLOSED', noClaim: 'NO_CLAIM', opened: 'OPENED', qualified: 'QUALIFIED', reviewStarted: 'REVIEW', decided: 'DECIDED', announced: 'NOTICE',
  reconsidered: 'QUALIFIED', awarded: 'AWARDED', started: 'RUNNING', accepted: 'ACCEPTED', excused: 'FAILED_WITH_DILIGENCE', brokenOff: 'TERMINATED', terminated: 'TERMINATED',
};
const clockOf = (status: ChallengeStatus, to: ChallengeStatus): boolean =>
  (Object.keys(challengeMachine.actions) as ChallengeAction[]).some((a) => {
    const step = challengeMachine.actions[a];
    return step.permission === 'challenge.clock' && step.from.includes(status) && step.to === to;
  });

/** Random people do random things to items; after every step the truths of the lifecycle are looked up in the database. */
export class ChallengeModel {
  readonly report: ModelReport = { steps: 0, taken: 0, refused: new Map(), actions: new Map(), states: new Set() };
  constructor(
    readonly world: ModelWorld,
    private readonly random: () => number,
  ) {}

  /** One item from its draft on, until it is over or the steps are used up. */
  async walk(most: number, until: () => boolean): Promise<void> {
    const { world } = this;
    world.item = await world.create();
    let seen = await this.look();
    for (let i = 0; i < most && !until(); i++) {
      const sensible = modelActions.filter((a) => a.when.includes(seen.item.status));
      const pool = this.random() < 0.85 && sensible.length ? sensible : modelActions;
      const action = this.pick(pool);
      // The system does only what is the clock's: everything else is tried by people.
      const anyone = Object.values(world.people).filter((p) => p.kind !== 'SYSTEM' || action.by === 'clock');
      const actor = this.random() < 0.8 ? world.people[action.by] : this.pick(anyone);
      world.now = new Date(world.now.getTime() + Math.floor(this.random() * 36) * 3_600_000);
      const before = seen;
      const done = await this.attempt(action, actor);
      this.report.steps++;
      seen = await this.look();
      this.hold(action, actor, before, seen, done);
      if (done) this.report.taken++;
      if (['ACCEPTED', 'FAILED_WITH_DILIGENCE', 'NO_CLAIM', 'TERMINATED'].includes(seen.item.status) && this.random() < 0.2) break;
    }
    await this.replay(seen.item);
    await this.sealedHolds(seen.item);
    await this.moneyHolds();
  }

  private async attempt(action: ModelAction, actor: Actor): Promise<boolean> {
    const { world } = this;
    try {
      await world.api.db.run(actor, (tx: Tx) => action.run(tx, world, this.random), { now: world.now, silent: true });
      this.report.actions.set(action.name, (this.report.actions.get(action.name) ?? 0) + 1);
      return true;
    } catch (error) {
      if (!(error instanceof DomainError)) throw new Error(`${action.name} by ${actor.name} broke: ${String(error)}`, { cause: error });
      this.report.refused.set(error.code, (this.report.refused.get(error.code) ?? 0) + 1);
      return false;
    }
  }

  private hold(action: ModelAction, actor: Actor, before: Seen, after: Seen, done: boolean): void {
    const must = (holds: boolean, truth: string) => {
      if (!holds) throw new Error(`${truth}: ${action.name} by ${actor.roles.join() || actor.kind}, ${before.item.status} → ${after.item.status}`);
    };
    const [from, to] = [before.item.status, after.item.status];
    this.report.states.add(to);
    for (const status of after.tasks.values()) this.report.states.add(`task ${status}`);
    must(done || from === to, 'a refusal changes nothing');
    const steps = Object.values(challengeMachine.actions).filter((s) => s.from.includes(from) && s.to === to);
    must(from === to || steps.length > 0, 'a way of the machine');
    must(from === to || actor.kind === 'SYSTEM' || clockOf(from, to) || steps.some((s) => can(actor.roles, s.permission)), 'a permitted step');
    const closesAt = before.item.claimsCloseAt;
    must(from !== 'CLAIM_OPEN' || to === from || (closesAt !== null && this.world.now.getTime() > closesAt.getTime()), 'open to the deadline');
    must(to !== 'AWARDED' || from === to || (before.item.noticeEndsOn ?? '9') < shanghaiDay(this.world.now), 'the notice has run');
    for (const [id, status] of after.tasks) {
      const old = before.tasks.get(id) ?? 'SIGNING';
      const ways = Object.values(challengeTaskMachine.actions).filter((s) => s.from.includes(old) && s.to === status);
      must(old === status || ways.some((s) => can(actor.roles, s.permission)), `a permitted step of a task (${old} → ${status})`);
    }
  }

  /** The trail, read from its beginning, ends where the item is. */
  private async replay(item: ItemRow): Promise<void> {
    const { rows } = await this.world.api.pool.query<{ event: string }>('select event from audit_event where "subjectId" = $1 order by at, id', [item.id]);
    const last = rows.map((r) => leadsTo[r.event.replace('challenge.', '')]).findLast((s) => s !== undefined);
    if (last !== item.status) throw new Error(`the trail ends at ${last ?? 'nothing'}, the item is ${item.status}`);
  }

  private async sealedHolds(item: ItemRow): Promise<void> {
    if (item.openedAt !== null) return;
    const { rowCount } = await this.world.api.pool.query('select 1 from claim where "challengeId" = $1 and content is not null', [item.id]);
    if (rowCount) throw new Error('a claim was readable before the opening');
  }

  /** No fiscal money without the enterprise's confirmed cash for it, nor beyond what the item has. */
  private async moneyHolds(): Promise<void> {
    const { rowCount } = await this.world.api.pool.query(
      `select 1 from challenge_task t join challenge c on c.id = t."challengeId"
       cross join lateral (select coalesce(sum(amount), 0) as paid from challenge_release r where r."taskId" = t.id) r
       cross join lateral (select coalesce(sum(amount), 0) as cash from challenge_receipt k where k."taskId" = t.id and k.kind = 'CASH' and k."confirmedOn" is not null) k
       where c.id = $1 and (r.paid > c."fiscalSupport" or (r.paid > 0 and (k.cash * 10 < c."bidderCash" * 4 or t."startedOn" is null)))`,
      [this.world.item],
    );
    if (rowCount) throw new Error('money went out before its condition');
  }

  private async look(): Promise<Seen> {
    const { pool } = this.world.api;
    const { rows } = await pool.query<ItemRow>('select id, status, "claimsCloseAt", "openedAt", "noticeEndsOn"::text, mode from challenge where id = $1', [this.world.item]);
    const [item] = rows;
    if (!item) throw new Error('the item is gone');
    const tasks = (await pool.query<TaskRow>('select id, status from challenge_task where "challengeId" = $1', [this.world.item])).rows;
    return { item, tasks: new Map(tasks.map((t) => [t.id, t.status])) };
  }

  private pick<T>(from: readonly T[]): T {
    const found = from[Math.floor(this.random() * from.length)];
    if (found === undefined) throw new Error('nothing to choose from');
    return found;
  }
}
