import { challengeMachine, challengeStepOf, challengeTaskMachine, type ChallengeStatus, type ChallengeTaskStatus } from '@jihui/domain';
import { nameOfWay, thingsToMeet, type ModelReport } from './challenge-model-report.js';
import type { ModelAction } from './challenge-model-world.js';

/** An item with one of its tasks; without a task before the award. */
type Place = { item: ChallengeStatus; task: ChallengeTaskStatus | null };
type Edge = { way: string; to: Place };
/** A way between two states, or an action where it makes sense. */
type Goal = { name: string; action: ModelAction | null; left: number };
type Here = { item: ChallengeStatus; tasks: readonly ChallengeTaskStatus[]; race: boolean };

const patience = 600;
const patienceThere = 15;
/** Of a race alone. */
const ofRaces = (name: string) => name.includes('ELIMINATED') || name.startsWith('decideGate');

/** What the tables of both machines let happen next. After the award the item follows its tasks. */
function edgesOf({ item, task }: Place): Edge[] {
  if (task === null && item === 'AWARDED') return [{ way: 'task made', to: { item, task: 'SIGNING' } }];
  const follows = task === null ? null : challengeStepOf([task]);
  const steps = task === null ? Object.values(challengeMachine.actions) : follows ? [challengeMachine.actions[follows]] : [];
  const ofItem = steps.filter((s) => s.from.includes(item) && s.to !== item).map(({ to }) => ({ way: nameOfWay('item', item, to), to: { item: to, task } }));
  const moves = Object.values(challengeTaskMachine.actions).filter((s) => task !== null && s.from.includes(task) && s.to !== task);
  return [...ofItem, ...moves.map(({ to }) => ({ way: nameOfWay('task', task ?? '', to), to: { item, task: to } }))];
}

/** How many steps of the tables lead from here to the goal; infinite where none do. */
function distance(from: Place, goal: Goal): number {
  const seen = new Set<string>();
  let ring = [from];
  for (let steps = 0; ring.length; steps++) {
    const found = ring.some((p) => (goal.action ? makesSense(goal.action, p.item, p.task ? [p.task] : []) : edgesOf(p).some((e) => e.way === goal.name)));
    if (found) return steps;
    ring.forEach((p) => seen.add(`${p.item} ${p.task ?? ''}`));
    ring = ring.flatMap((p) => edgesOf(p).map((e) => e.to)).filter((p) => !seen.has(`${p.item} ${p.task ?? ''}`));
  }
  return Infinity;
}

export const makesSense = (a: ModelAction, item: ChallengeStatus, tasks: readonly ChallengeTaskStatus[]): boolean =>
  a.when.includes(item) && (!a.task || tasks.some((t) => a.task?.includes(t)));

/**
 * Leads an item towards what the run has met least: the next goal is drawn among the least met ones that the tables of the machines can still reach, and the
 * way there is the shortest in those tables. Which action takes which way is learnt from the run; what to do in a state, and whether it succeeds, is left to chance.
 */
export class ModelGuide {
  private goal: Goal | null = null;
  private readonly aims = new Map<string, number>();
  /** Ways that an action has taken so far. */
  private readonly taken = new Map<string, Set<string>>();
  private readonly things: readonly Goal[];

  constructor(
    private readonly report: ModelReport,
    private readonly actions: readonly ModelAction[],
    private readonly random: () => number,
  ) {
    this.things = thingsToMeet(actions).map((name) => ({ name, action: actions.find((a) => a.name === name) ?? null, left: patience }));
  }

  learn(action: ModelAction, way: string): void {
    this.taken.set(action.name, (this.taken.get(action.name) ?? new Set()).add(way));
  }

  /** What is met has been aimed at long enough; each item has its own goals. */
  drop(met?: string): void {
    if (met === undefined || this.goal?.name === met) this.goal = null;
  }

  /** The goal can be met right here: an item that is over waits for it. */
  isThere(here: Here): boolean {
    return this.goal !== null && this.nearest(here, this.goal).steps === 0;
  }

  /** A step that leads on to the goal or prepares it; null where nothing is left to aim at. */
  choose(here: Here): ModelAction | null {
    const goal = this.aim(here);
    if (!goal) return null;
    const { places, steps } = this.nearest(here, goal);
    goal.left -= steps === 0 ? patienceThere : 1;
    const sensible = this.actions.filter((a) => makesSense(a, here.item, here.tasks));
    const onPath = new Set(places.flatMap((p) => edgesOf(p).filter((e) => (steps === 0 ? e.way === goal.name : distance(e.to, goal) < steps)).map((e) => e.way)));
    const leads = (a: ModelAction) => [...(this.taken.get(a.name) ?? [])].filter((w) => w.startsWith(`item ${here.item} →`) || here.tasks.some((t) => w.startsWith(`task ${t} →`)));
    const right = sensible.filter((a) => a === goal.action || leads(a).some((w) => onPath.has(w)));
    const unknown = sensible.filter((a) => !leads(a).length);
    const others = steps === 0 ? unknown : sensible.filter((a) => !a.aside);
    if (right.length && this.random() < (steps === 0 ? 0.6 : 0.1)) return this.pick(right);
    // Nobody has taken the next way yet: anything that has led nowhere else may be what does, aside or not.
    return this.pick(right.length ? [...right, ...others] : [...others, ...unknown]);
  }

  private aim(here: Here): Goal | null {
    if (this.goal && this.goal.left > 0 && this.nearest(here, this.goal).steps < Infinity) return this.goal;
    const open = this.things.filter((g) => (here.race || !ofRaces(g.name)) && this.nearest(here, g).steps < Infinity);
    // What has not been met at all comes first, in turn.
    const met = (g: Goal) => this.report.ways.get(g.name) ?? this.report.actions.get(g.name) ?? 0;
    const score = (g: Goal) => (this.aims.get(g.name) ?? 0) + (met(g) ? 1_000_000 + met(g) : 0);
    const least = Math.min(...open.map(score));
    const next = this.pick(open.filter((g) => score(g) === least));
    if (next) this.aims.set(next.name, 1 + (this.aims.get(next.name) ?? 0));
    return (this.goal = next && { ...next });
  }

  private nearest({ item, tasks }: Here, goal: Goal): { places: Place[]; steps: number } {
    const all = (tasks.length ? tasks : [null]).map((task) => ({ place: { item, task }, steps: distance({ item, task }, goal) }));
    const steps = Math.min(...all.map((p) => p.steps));
    return { places: all.filter((p) => p.steps === steps).map((p) => p.place), steps };
  }

  private pick<T>(from: readonly T[]): T | null {
    return from[Math.floor(this.random() * from.length)] ?? null;
  }
}
