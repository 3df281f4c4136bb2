import { gateAmounts } from '../challenges/funding/gates.js';
import type { ChallengeContent } from '../challenges/rules.js';

/** The shares of a plan in basis points, as the funding rules count them. */
export const sharesOf = (plan: ChallengeContent['paymentPlan']): number[] => plan.map((p) => p.percent * 100);

/**
 * What one team gets at each payment: alike for all that run in that stretch, and the last payment is the winner's with all that could not be divided
 * (domain.md 2.4: gate funding equal, winner takes rest). `teams`: how many run in each stretch; a single winner is a race of one.
 */
export function teamAmounts(amount: string, shares: readonly number[], teams: readonly number[]): bigint[] {
  let kept = 0n;
  return gateAmounts(amount, shares).map((part, i) => {
    if (i === shares.length - 1) return part + kept;
    const equal = part / BigInt(Math.max(1, teams[i] ?? 1));
    kept += part - equal * BigInt(Math.max(1, teams[i] ?? 1));
    return equal;
  });
}

/** `opened`: the day on which each payment was opened to the team, null while it is not; `endedOn`: since when it is out. */
export type TeamGates = { opened: readonly (string | null)[]; endedOn: string | null };

/**
 * How many teams share each payment: those that ran on the day when the first of them opened it; before that, those that run now. The number is one
 * for all teams: counted on each team's own day, who opens a payment after another was eliminated would be given what that one already has.
 */
export function sharingTeams(payments: number, teams: readonly TeamGates[]): number[] {
  return Array.from({ length: payments }, (_, i) => {
    const first = teams.flatMap((team) => team.opened[i] ?? []).sort()[0];
    return teams.filter((team) => team.endedOn === null || (first !== undefined && team.endedOn >= first)).length;
  });
}

/** What may be asked back at most: what was released, less what came back. */
export function mostClawBack(released: readonly string[], repaid: readonly string[] = []): bigint {
  const sum = (amounts: readonly string[]) => amounts.reduce((all, a) => all + BigInt(a), 0n);
  return sum(released) - sum(repaid);
}
