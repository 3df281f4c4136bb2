import { z } from 'zod';
import { DomainError } from '../../errors.js';
import { challengeRulesOn, challengeRuleUse } from '../dated.js';
import { checkBudget, fenOf } from './budget.js';
import { gateAmounts } from './gates.js';
import { fundingRules, gateRules, type ChallengeBudget, type FundingLine, type FundingRule, type GateRule } from './rules.js';

/** What a receipt is of. Only money counts: it may not be replaced by assets, goods or services. */
export const ReceiptKind = z.enum(['CASH', 'ASSET', 'GOODS', 'SERVICE']).meta({ id: 'ChallengeReceiptKind' });
export type ReceiptKind = z.infer<typeof ReceiptKind>;
/** What the enterprise has given to the bidder. `confirmedOn`: the day on which the bidder confirmed it; null: not yet. */
export type EnterpriseReceipt = { id: string; kind: ReceiptKind; amount: string; receivedOn: string; confirmedOn: string | null };
export type FiscalRelease = { gate: number; amount: string };

/** Fiscal money asked for at a gate (counted from 1). `acceptedOn`: per gate the day on which its evidence was accepted, null while it was not. */
export type ReleaseRequest = {
  budget: ChallengeBudget;
  gate: number;
  amount: string;
  day: string;
  signedOn: string | null;
  acceptedOn: readonly (string | null)[];
  receipts: readonly EnterpriseReceipt[];
  released: readonly FiscalRelease[];
  /** The shares that the signed contract fixes; without them those of the rule of the day. */
  shares?: readonly number[];
  /** What this bidder gets at each gate, where several share the item's money (赛马); without them all of it. */
  parts?: { fiscal: readonly bigint[]; cash: readonly bigint[] };
  rules?: { funding?: readonly FundingRule[]; gates?: readonly GateRule[] };
};
export type UncountedReceipt = { id: string; reason: 'NOT_CASH' | 'LATER' | 'UNCONFIRMED' };
export type ReleaseCheck = { allowed: boolean; lines: FundingLine[]; uncounted: UncountedReceipt[] };

function reasonNot({ kind, receivedOn, confirmedOn }: EnterpriseReceipt, day: string): UncountedReceipt['reason'] | null {
  if (kind !== 'CASH') return 'NOT_CASH';
  if (receivedOn > day) return 'LATER';
  return confirmedOn === null || confirmedOn > day ? 'UNCONFIRMED' : null;
}

const sum = (amounts: readonly bigint[]) => amounts.reduce((a, b) => a + b, 0n);
const past = (on: string | null | undefined, day: string) => typeof on === 'string' && on <= day;

/**
 * Whether fiscal money may be released, line by line; allowed only if every line holds (domain.md 2.4: by milestones, enterprise cash recorded before).
 * At a gate the enterprise's cash must have come in for all gates up to and with it, in the gates' shares of what it promised; assets, goods, services,
 * receipts of a later day and unconfirmed ones do not count and are named. INVALID_INPUT: amounts that are not fen, shares that are no whole, a gate
 * that does not exist, no rule of gates on that day.
 */
export function checkRelease(request: ReleaseRequest): ReleaseCheck {
  const { budget, gate, day, signedOn, acceptedOn, receipts, released } = request;
  const gateRule = challengeRulesOn(request.rules?.gates ?? gateRules, day).at(0);
  const shares = request.shares ?? gateRule?.shares ?? [];
  const fiscal = request.parts?.fiscal ?? gateAmounts(budget.fiscal, shares);
  const cash = request.parts?.cash ?? gateAmounts(budget.cashToBidder, shares);
  const due = fiscal[gate - 1];
  if (due === undefined) throw new DomainError('INVALID_INPUT', { issues: [{ path: 'gate', code: 'unknown' }] });
  const rule = gateRule && !request.shares ? challengeRuleUse(gateRule) : null;
  const amount = fenOf(request.amount, 'amount');
  const uncounted = receipts.flatMap((r): UncountedReceipt[] => {
    const reason = reasonNot(r, day);
    return reason ? [{ id: r.id, reason }] : [];
  });
  const received = sum(receipts.filter((r) => reasonNot(r, day) === null).map((r) => fenOf(r.amount, `receipts.${r.id}`)));
  const required = sum(cash.slice(0, gate));
  const paidAt = (n: number) => sum(released.filter((r) => r.gate === n).map((r) => fenOf(r.amount, 'released')));
  const open = fiscal.slice(0, gate - 1).findIndex((part, i) => paidAt(i + 1) < part);
  const left = due - paidAt(gate);
  const missing = received < required ? required - received : 0n;
  const lines: FundingLine[] = [
    ...checkBudget(budget, day, request.rules?.funding ?? fundingRules),
    { code: 'SIGNED', ok: past(signedOn, day), params: { day, ...(signedOn ? { signedOn } : {}) }, rule: null },
    { code: 'GATE_ORDER', ok: open < 0, params: { gate, ...(open < 0 ? {} : { before: open + 1 }) }, rule },
    {
      code: 'GATE_ACCEPTED',
      ok: past(acceptedOn[gate - 1], day),
      params: { gate, ...(acceptedOn[gate - 1] ? { acceptedOn: acceptedOn[gate - 1] ?? '' } : {}) },
      rule,
    },
    {
      code: 'ENTERPRISE_CASH_RECEIVED',
      ok: missing === 0n,
      params: { received: received.toString(), required: required.toString(), missing: missing.toString(), uncounted: uncounted.length },
      rule,
    },
    { code: 'AMOUNT', ok: amount > 0n, params: { amount: amount.toString() }, rule: null },
    {
      code: 'WITHIN_GATE',
      ok: amount <= left,
      params: { amount: amount.toString(), left: (left > 0n ? left : 0n).toString(), gate },
      rule,
    },
  ];
  return { allowed: lines.every((l) => l.ok), lines, uncounted };
}
