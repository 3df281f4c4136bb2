import { DomainError } from '../../errors.js';
import { fenOf, whole } from './budget.js';

/** Shares that make gates; else INVALID_INPUT: none (required), one not whole or ≤ 0 (not_positive), a sum that is not 10 000 (gates_sum). */
export function checkShares(shares: readonly number[]): void {
  const sum = shares.reduce((a, b) => a + b, 0);
  const code = !shares.length
    ? 'required'
    : shares.some((s) => !Number.isInteger(s) || s <= 0)
      ? 'not_positive'
      : sum !== 10_000
        ? 'gates_sum'
        : null;
  if (code) throw new DomainError('INVALID_INPUT', { issues: [{ path: 'shares', code, params: { sum } }] });
}

/** An amount cut at the gates, in fen: each gate's end is rounded down, so the parts make up the amount exactly and no gate gets a fen too much. */
export function gateAmounts(amount: string, shares: readonly number[]): bigint[] {
  checkShares(shares);
  const all = fenOf(amount, 'amount');
  let share = 0n;
  let given = 0n;
  return shares.map((s) => {
    share += BigInt(s);
    const part = (all * share) / whole - given;
    given += part;
    return part;
  });
}

export type RaceGate = { gate: number; teams: readonly { teamId: string; amount: string }[]; kept: string };

/**
 * The money of a 赛马 challenge (domain.md 2.4: equal at every gate, the winner takes the rest). `teams`: who runs in the stretch of each gate; the last
 * stretch is the winner's, with all that equal shares could not divide before. Sums are exact. INVALID_INPUT: as in checkShares; teams that do not come
 * one list per gate, an empty list, a team that was out before (teams), or more than one winner (one_winner).
 */
export function raceAmounts(amount: string, shares: readonly number[], teams: readonly (readonly string[])[]): RaceGate[] {
  const parts = gateAmounts(amount, shares);
  const wrong =
    teams.length !== parts.length ||
    teams.some((t, i) => !t.length || new Set(t).size < t.length || (i > 0 && t.some((id) => !teams[i - 1]?.includes(id))));
  const code = wrong ? 'teams' : teams.at(-1)?.length !== 1 ? 'one_winner' : null;
  if (code) throw new DomainError('INVALID_INPUT', { issues: [{ path: 'teams', code }] });
  let kept = 0n;
  return parts.map((part, i) => {
    const running = teams[i] ?? [];
    const last = i === parts.length - 1;
    const equal = last ? part + kept : part / BigInt(running.length);
    kept = last ? 0n : kept + part - equal * BigInt(running.length);
    return { gate: i + 1, teams: running.map((teamId) => ({ teamId, amount: equal.toString() })), kept: kept.toString() };
  });
}
