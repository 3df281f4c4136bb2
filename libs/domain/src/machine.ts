import { DomainError } from './errors.js';
import type { Permission } from './policy.js';

/** A lifecycle as a table: per action the states it may start from, the state it leads to, and the permission it needs. No hooks. */
export type Machine<S extends string, A extends string> = {
  name: string;
  initial: S;
  states: readonly S[];
  actions: Record<A, { from: readonly S[]; to: S; permission: Permission }>;
};

/** The state after the action, or ILLEGAL_TRANSITION. */
export function next<S extends string, A extends string>(machine: Machine<S, A>, state: S, action: A): S {
  const transition = machine.actions[action];
  if (!transition.from.includes(state)) throw new DomainError('ILLEGAL_TRANSITION', { machine: machine.name, state, action });
  return transition.to;
}

/** The actions that the state and the permissions allow: screens draw their buttons from it. */
export function availableActions<S extends string, A extends string>(machine: Machine<S, A>, state: S, can: (permission: Permission) => boolean): A[] {
  return (Object.keys(machine.actions) as A[]).filter((a) => machine.actions[a].from.includes(state) && can(machine.actions[a].permission));
}
