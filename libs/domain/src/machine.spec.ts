import { achievementMachine } from './achievements/machine.js';
import { distributionMachine } from './contracts-after/distributions.js';
import { matterMachine } from './contracts-after/matters.js';
import { challengeMachine } from './challenges/machine.js';
import { contractMachine } from './contracts/machine.js';
import { demandMachine } from './demands/machine.js';
import { matchModelMachine } from './matches/model.js';
import { DomainError } from './errors.js';
import { importMachine } from './imports/machine.js';
import { introductionMachine } from './introductions/machine.js';
import { availableActions, next, type Machine } from './machine.js';
import { mandateMachine, negotiationMachine } from './negotiations/machine.js';
import { publicNoticeMachine } from './notices/machine.js';
import { organisationMachine } from './organisations/machine.js';
import { policy } from './policy.js';
import { ndaMachine } from './tiers/machine.js';

type AnyMachine = Machine<string, string>;
const machines = [organisationMachine, achievementMachine, demandMachine, challengeMachine, introductionMachine, importMachine, negotiationMachine, mandateMachine, matchModelMachine, ndaMachine, publicNoticeMachine, contractMachine, matterMachine, distributionMachine] as unknown as AnyMachine[];
/** States that only the worker sets. */
const byTheSystem: Record<string, string[]> = { introduction: ['EXPIRED'], import: ['CHECKED', 'DONE', 'UNDONE', 'FAILED'], publicNotice: ['ENDED'], matchModel: ['RETIRED'] };

describe.each(machines.map((m) => [m.name, m] as const))('the lifecycle of %s', (name, machine) => {
  it('reaches every state from its first one', () => {
    const reached = new Set([machine.initial, ...(byTheSystem[name] ?? [])]);
    for (let size = 0; size !== reached.size; ) {
      size = reached.size;
      for (const { from, to } of Object.values(machine.actions)) if (from.some((s) => reached.has(s))) reached.add(to);
    }
    expect([...reached].sort()).toEqual([...machine.states].sort());
  });

  it('names a permission of the policy for every action', () => {
    for (const { permission } of Object.values(machine.actions)) expect(Object.keys(policy)).toContain(permission);
  });

  it('allows exactly the transitions of its table', () => {
    for (const state of machine.states)
      for (const [action, { from, to }] of Object.entries(machine.actions)) {
        if (from.includes(state)) expect(next(machine, state, action)).toBe(to);
        else expect(() => next(machine, state, action)).toThrow(new DomainError('ILLEGAL_TRANSITION'));
      }
  });

  it('offers an action only with its permission', () => {
    for (const state of machine.states) {
      expect(availableActions(machine, state, () => false)).toEqual([]);
      const possible = Object.keys(machine.actions).filter((a) => machine.actions[a]?.from.includes(state));
      expect(availableActions(machine, state, () => true)).toEqual(possible);
    }
  });
});
