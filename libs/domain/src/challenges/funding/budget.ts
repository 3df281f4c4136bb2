import { DomainError } from '../../errors.js';
import { Fen } from '../../money.js';
import { challengeRulesOn, challengeRuleUse } from '../dated.js';
import { fundingRules, type ChallengeBudget, type FundingLine, type FundingRule } from './rules.js';

export const whole = 10_000n;

/** The amount as a whole number of fen; INVALID_INPUT when it is none. */
export function fenOf(value: string, path: string): bigint {
  if (!Fen.safeParse(value).success) throw new DomainError('INVALID_INPUT', { issues: [{ path, code: 'fen' }] });
  return BigInt(value);
}

/** A share in basis points of an amount, to the fen, rounded up: a threshold is met or it is not. */
export const shareUp = (amount: bigint, share: number): bigint => (amount * BigInt(share) + whole - 1n) / whole;

function atLeast(
  code: 'ENTERPRISE_TOTAL' | 'CASH_TO_BIDDER',
  actual: bigint,
  required: bigint,
  share: number,
  rule: FundingRule,
): FundingLine {
  const missing = required > actual ? required - actual : 0n;
  const params = { actual: actual.toString(), required: required.toString(), missing: missing.toString(), share };
  return { code, ok: missing === 0n, params, rule: challengeRuleUse(rule) };
}

/**
 * A budget held against the ratios of the day, line by line: the enterprise's total at least four times the fiscal support, its cash to the bidder at
 * least forty per cent of it, and that cash no more than its total. Without fiscal money every ratio holds. INVALID_INPUT: amounts that are not fen.
 */
export function checkBudget(budget: ChallengeBudget, day: string, rules: readonly FundingRule[] = fundingRules): FundingLine[] {
  return budgetLines(fenOf(budget.enterpriseTotal, 'enterpriseTotal'), fenOf(budget.cashToBidder, 'cashToBidder'), fenOf(budget.fiscal, 'fiscal'), day, rules);
}

/** The same of amounts as they are, however large. */
export function budgetLines(total: bigint, cash: bigint, fiscal: bigint, day: string, rules: readonly FundingRule[]): FundingLine[] {
  const lines = challengeRulesOn(rules, day).flatMap((rule) => [
    atLeast('ENTERPRISE_TOTAL', total, shareUp(fiscal, rule.enterpriseOfFiscal), rule.enterpriseOfFiscal, rule),
    atLeast('CASH_TO_BIDDER', cash, shareUp(fiscal, rule.cashOfFiscal), rule.cashOfFiscal, rule),
  ]);
  return [
    ...lines,
    { code: 'CASH_WITHIN_TOTAL', ok: cash <= total, params: { actual: cash.toString(), most: total.toString() }, rule: null },
  ];
}
