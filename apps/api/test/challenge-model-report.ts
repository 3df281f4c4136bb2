import { challengeMachine, challengeTaskMachine, ChallengeStatus, ChallengeTaskStatus, endedTaskStatuses, finalChallengeStatuses, type Machine } from '@jihui/domain';

export const nameOfWay = (of: 'item' | 'task', from: string, to: string): string => `${of} ${from} → ${to}`;
const waysOf = <S extends string, A extends string>(of: 'item' | 'task', machine: Machine<S, A>): string[] => {
  const steps = Object.values<Machine<S, A>['actions'][A]>(machine.actions);
  return [...new Set(steps.flatMap(({ from, to }) => from.filter((f) => f !== to).map((f) => nameOfWay(of, f, to))))];
};
/** Every way of both machines and every action: a long run has to meet each of them. */
export const thingsToMeet = (actions: readonly { name: string }[]): string[] => [
  ...waysOf('item', challengeMachine),
  ...waysOf('task', challengeTaskMachine),
  ...actions.map((a) => a.name),
];

/** What a run of the model has done and seen. */
export class ModelReport {
  walks = 0;
  steps = 0;
  taken = 0;
  readings = 0;
  readonly refused = new Map<string, number>();
  readonly actions = new Map<string, number>();
  readonly states = new Map<string, number>();
  readonly ways = new Map<string, number>();
  /** How the items ended, by their kind. */
  readonly ends = new Map<string, number>();

  count(of: 'refused' | 'actions' | 'states' | 'ways' | 'ends', name: string): void {
    this[of].set(name, (this[of].get(name) ?? 0) + 1);
  }

  /** States never reached, states never left, ways of the machines never taken, actions that never succeeded. */
  missing(actions: readonly { name: string }[]): string[] {
    return [
      ...this.gaps('item', challengeMachine, ChallengeStatus.options, finalChallengeStatuses),
      ...this.gaps('task', challengeTaskMachine, ChallengeTaskStatus.options, endedTaskStatuses),
      ...actions.filter((a) => !this.actions.has(a.name)).map((a) => `action ${a.name}`),
    ];
  }

  private gaps<S extends string, A extends string>(of: 'item' | 'task', machine: Machine<S, A>, states: readonly S[], final: readonly S[]): string[] {
    const left = (s: S) => [...this.ways.keys()].some((w) => w.startsWith(`${of} ${s} → `));
    return [
      ...states.filter((s) => !this.states.has(`${of} ${s}`)).map((s) => `never reached: ${of} ${s}`),
      ...states.filter((s) => !final.includes(s) && !left(s)).map((s) => `never left: ${of} ${s}`),
      ...waysOf(of, machine).filter((w) => !this.ways.has(w)).map((w) => `never taken: ${w}`),
    ];
  }

  toString(): string {
    const table = (m: Map<string, number>) => [...m].sort((a, b) => b[1] - a[1]).map(([k, n]) => `${k} ${n}`).join(', ');
    return [
      `${this.steps} steps on ${this.walks} items, ${this.taken} taken, ${this.steps - this.taken} refused, ${this.readings} states read through the API by four readers`,
      ...(['ends', 'states', 'ways', 'actions', 'refused'] as const).map((of) => `${of}: ${table(this[of])}`),
    ].join('\n');
  }
}
