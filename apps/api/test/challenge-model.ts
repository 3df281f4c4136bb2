import { can, challengeMachine, challengeTaskMachine, DomainError, finalChallengeStatuses, shanghaiDay, type ChallengeAction, type ChallengeMode, type ChallengeStatus, type ChallengeTaskStatus } from '@jihui/domain';
import type { Actor } from '../src/platform/auth/actor.js';
import { itemActions } from './challenge-model-actions.js';
import { makesSense, ModelGuide } from './challenge-model-guide.js';
import { ModelReport, nameOfWay } from './challenge-model-report.js';
import { taskActions } from './challenge-model-task-actions.js';
import { deletionHolds, meetingsHold, moneyHolds, sealHolds, secretsHold, trailHolds } from './challenge-model-truths.js';
import type { ModelAction, ModelWorld } from './challenge-model-world.js';

type ItemRow = { id: string; status: ChallengeStatus; claimsCloseAt: Date | null; noticeEndsOn: string | null; mode: ChallengeMode };
type Seen = { item: ItemRow; tasks: Map<string, ChallengeTaskStatus> };
export const modelActions: readonly ModelAction[] = [...itemActions, ...taskActions];

const clockOf = (status: ChallengeStatus, to: ChallengeStatus): boolean =>
  (Object.keys(challengeMachine.actions) as ChallengeAction[]).some((a) => {
    const step = challengeMachine.actions[a];
    return step.permission === 'challenge.clock' && step.from.includes(status) && step.to === to;
  });

const hereOf = ({ item, tasks }: Seen) => ({ item: item.status, tasks: [...tasks.values()], race: item.mode === 'HORSE_RACE' });

/** Random people do random things to items; after every step the truths of the lifecycle are looked up in the database, and read through the API. */
export class ChallengeModel {
  readonly report = new ModelReport();
  private readonly tried = new Map<string, number>();
  private readonly guide: ModelGuide;
  constructor(
    readonly world: ModelWorld,
    private readonly random: () => number,
  ) {
    this.guide = new ModelGuide(this.report, modelActions, random);
  }

  /**
   * One item from its draft on, until it is over or the steps are used up. `drive`: how often a step is chosen that leads on and is taken by whose step
   * it is; without it hardly an item comes to its end. Below 1 it leads on to what the run has met least, and all other steps are any by anybody.
   */
  async walk(most: number, until: () => boolean, mode: ChallengeMode, drive: number): Promise<void> {
    const { world } = this;
    world.item = await world.create(mode);
    this.report.walks++;
    this.guide.drop();
    let seen = await this.seen();
    for (let i = 0; i < most && !until(); i++) {
      const [action, actor] = this.choose(seen, drive);
      world.now = new Date(world.now.getTime() + Math.floor(this.random() * 24) * 3_600_000);
      const before = seen;
      const done = await this.attempt(action, actor);
      this.report.steps++;
      const after = await this.look();
      if (!after) return this.gone(action, actor, before, mode);
      seen = after;
      await this.hold(action, actor, before, seen, done);
      if (this.isOver(seen) && !(drive < 1 && this.guide.isThere(hereOf(seen))) && this.random() < 0.3) break;
    }
    this.report.count('ends', `${mode} ${seen.item.status}`);
    await trailHolds(world, seen.item.status);
  }

  /** Only a draft goes away, and only by who may write it. */
  private async gone(action: ModelAction, actor: Actor, before: Seen, mode: ChallengeMode): Promise<void> {
    if (action.name !== 'delete' || before.item.status !== 'DRAFT' || !can(actor.roles, 'challenge.write')) throw new Error(`an item is lost: ${action.name} by ${actor.name}`);
    this.report.count('ends', `${mode} deleted`);
    await deletionHolds(this.world);
  }

  private choose(seen: Seen, drive: number): [ModelAction, Actor] {
    const { people } = this.world;
    const { item } = seen;
    const statuses = [...seen.tasks.values()];
    const sensible = modelActions.filter((a) => makesSense(a, item.status, statuses));
    const onward = sensible.filter((a) => !a.aside);
    if (drive < 1 && this.random() < 0.1) {
      const action = this.rarest(sensible, item, statuses);
      return [action, people[action.by]];
    }
    if (onward.length + (drive < 1 ? 1 : 0) && this.random() < drive) {
      const action = (drive < 1 ? this.guide.choose(hereOf(seen)) : null) ?? this.pick(onward.length ? onward : modelActions);
      return [action, people[action.by]];
    }
    const action = this.pick(sensible.length && this.random() < 0.6 ? sensible : modelActions);
    // The system does only what is the clock's: everything else is tried by people.
    const anyone = Object.values(people).filter((p) => p.kind !== 'SYSTEM' || action.by === 'clock');
    return [action, this.random() < 0.6 ? people[action.by] : this.pick(anyone)];
  }

  /** Of what makes sense here the step that was least tried in such a place, so that the rare ways are met too. */
  private rarest(sensible: readonly ModelAction[], item: ItemRow, statuses: readonly ChallengeTaskStatus[]): ModelAction {
    if (!sensible.length) return this.pick(modelActions);
    // The place as the action sees it: what other tasks do meanwhile makes no other place of it.
    const keyOf = (a: ModelAction) => [a.name, item.status, ...new Set(statuses.filter((s) => a.task?.includes(s)).sort())].join();
    const times = (a: ModelAction) => this.tried.get(keyOf(a)) ?? 0;
    const least = Math.min(...sensible.map(times));
    const action = this.pick(sensible.filter((a) => times(a) === least));
    this.tried.set(keyOf(action), least + 1);
    return action;
  }

  /** Nothing is left to do: an accepted item goes on until its money is out. */
  private isOver({ item, tasks }: Seen): boolean {
    return finalChallengeStatuses.includes(item.status) && ![...tasks.values()].includes('ACCEPTED');
  }

  private async attempt(action: ModelAction, actor: Actor): Promise<boolean> {
    const { world, report } = this;
    try {
      await world.api.db.run(actor, (tx) => action.run(tx, world, this.random), { now: world.now, silent: true });
      report.count('actions', action.name);
      this.guide.drop(action.name);
      report.taken++;
      return true;
    } catch (error) {
      if (!(error instanceof DomainError)) throw new Error(`${action.name} by ${actor.name} broke: ${String(error)}`, { cause: error });
      report.count('refused', error.code);
      return false;
    }
  }

  private async hold(action: ModelAction, actor: Actor, before: Seen, after: Seen, done: boolean): Promise<void> {
    const must = (holds: boolean, truth: string) => {
      if (!holds) throw new Error(`${truth}: ${action.name} by ${actor.roles.join() || actor.kind}, ${before.item.status} → ${after.item.status}`);
    };
    const [from, to] = [before.item.status, after.item.status];
    const { report, world } = this;
    must(done || (from === to && [...after.tasks].every(([id, s]) => before.tasks.get(id) === s)), 'a refusal changes nothing');
    if (!done) return;
    report.count('states', `item ${to}`);
    const steps = Object.values(challengeMachine.actions).filter((s) => s.from.includes(from) && s.to === to);
    must(from === to || steps.length > 0, 'a way of the machine');
    must(from === to || actor.kind === 'SYSTEM' || clockOf(from, to) || steps.some((s) => can(actor.roles, s.permission)), 'a permitted step');
    const closesAt = before.item.claimsCloseAt;
    must(from !== 'CLAIM_OPEN' || to === from || (closesAt !== null && world.now.getTime() > closesAt.getTime()), 'open to the deadline');
    must(to !== 'AWARDED' || from === to || (before.item.noticeEndsOn ?? '9') < shanghaiDay(world.now), 'the notice has run');
    for (const [id, status] of after.tasks) {
      const old = before.tasks.get(id) ?? 'SIGNING';
      const ways = Object.values(challengeTaskMachine.actions).filter((s) => s.from.includes(old) && s.to === status);
      must(old === status || ways.some((s) => can(actor.roles, s.permission)), `a permitted step of a task (${old} → ${status})`);
      report.count('states', `task ${status}`);
      if (old !== status) this.met(action, nameOfWay('task', old, status));
    }
    must([...before.tasks.keys()].every((id) => after.tasks.has(id)), 'no task is lost');
    await sealHolds(world);
    if (action.name === 'release' || from !== to) await moneyHolds(world);
    if (from === to) return;
    this.met(action, nameOfWay('item', from, to));
    if (to === 'REVIEW') await meetingsHold(world);
    report.readings++;
    await secretsHold(world, to);
  }

  private met(action: ModelAction, way: string): void {
    this.report.count('ways', way);
    this.guide.learn(action, way);
    this.guide.drop(way);
  }

  private async seen(): Promise<Seen> {
    const seen = await this.look();
    if (!seen) throw new Error('the item is gone');
    return seen;
  }

  private async look(): Promise<Seen | null> {
    const { pool } = this.world.api;
    const { rows } = await pool.query<ItemRow>('select id, status, "claimsCloseAt", "noticeEndsOn"::text, mode from challenge where id = $1', [this.world.item]);
    const [item] = rows;
    if (!item) return null;
    const tasks = (await pool.query<{ id: string; status: ChallengeTaskStatus }>('select id, status from challenge_task where "challengeId" = $1', [this.world.item])).rows;
    return { item, tasks: new Map(tasks.map((t) => [t.id, t.status])) };
  }

  private pick<T>(from: readonly T[]): T {
    const found = from[Math.floor(this.random() * from.length)];
    if (found === undefined) throw new Error('nothing to choose from');
    return found;
  }
}
