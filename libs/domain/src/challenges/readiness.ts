import { z } from 'zod';
import { addDays } from '../calendar.js';
import { issuesOf } from '../issues.js';
import { budgetLines } from './funding/budget.js';
import { fundingRules, type FundingRule } from './funding/rules.js';
import { challengeComplete, type ChallengeContent } from './rules.js';

/** A figure of the rules with its term and its ground. What is practice of other cities is kept as such, not as law. */
export type ChallengeRule = {
  code: 'LONGEST_TERM';
  figure: number;
  validFrom: string;
  validTo: string | null;
  basis: string;
  certainty: 'C' | 'P' | '?';
};
export const challengeRules: readonly ChallengeRule[] = [
  {
    code: 'LONGEST_TERM',
    figure: 3,
    validFrom: '2023-01-01',
    validTo: null,
    basis: '长沙市、赣州市 2023 年揭榜挂帅通知：攻关期限一般不超过 3 年',
    certainty: 'C',
  },
];

/** The row that holds on that day. */
export function challengeRuleOn(code: ChallengeRule['code'], day: string, rules = challengeRules): ChallengeRule | null {
  return rules.find((r) => r.code === code && r.validFrom <= day && (r.validTo === null || day <= r.validTo)) ?? null;
}

export const ReadinessCode = z
  .enum([
    'COMPLETE',
    'OWNER_VERIFIED',
    'OWN_MONEY',
    'CASH_WITHIN',
    'FISCAL_RATIO',
    'CASH_RATIO',
    'CLEAN_RECORD',
    'MEASURABLE',
    'LONGEST_TERM',
    'GATES_IN_TERM',
  ])
  .meta({ id: 'ReadinessCode' });
export type ReadinessCode = z.infer<typeof ReadinessCode>;
/** BLOCK keeps the item back; WARN is told to the owner and to those who examine it. */
export const Severity = z.enum(['BLOCK', 'WARN']).meta({ id: 'Severity' });
export type ReadinessCheck = {
  code: ReadinessCode;
  ok: boolean;
  severity: z.infer<typeof Severity>;
  params: Record<string, string | number>;
  basis: string | null;
};

const marks = { CERTAIN: 'C', PROBABLE: 'P', TO_CHECK: '?' } as const;
const yearsAfter = (day: string, years: number): string => `${Number(day.slice(0, 4)) + years}${day.slice(4)}`.replace(/-02-29$/, '-02-28');

/** Whether an item may go to the market on that day: every rule with its figures and its ground, those that hold too. */
export function checkReadiness(
  c: ChallengeContent,
  ownerVerified: boolean,
  day: string,
  rules = challengeRules,
  funding: readonly FundingRule[] = fundingRules,
): ReadinessCheck[] {
  const money = (v: string | null | undefined): bigint => (v && /^\d+$/.test(v) ? BigInt(v) : 0n);
  const [own, cash, fiscal] = [money(c.ownFunds), money(c.bidderCash), money(c.fiscalSupport)];
  const complete = challengeComplete.safeParse(c, { reportInput: true });
  const fieldsOpen = complete.success ? [] : [...new Set(issuesOf(complete.error).map((i) => i.path.split('.')[0] ?? ''))];
  // The ratios are funding's, which asks them again before every release; an item without a row of that day is held by none.
  const lines = budgetLines(own, cash, fiscal, day, funding);
  const ratio = (code: 'FISCAL_RATIO' | 'CASH_RATIO', of: 'ENTERPRISE_TOTAL' | 'CASH_TO_BIDDER'): ReadinessCheck => {
    const line = lines.find((l) => l.code === of);
    return {
      code,
      ok: line?.ok ?? true,
      severity: 'BLOCK',
      params: { amount: line?.params['actual'] ?? '0', least: line?.params['required'] ?? '0', percent: Number(line?.params['share'] ?? 0) / 100 },
      basis: line?.rule ? `${line.rule.basis}（${marks[line.rule.certainty]}）` : null,
    };
  };
  const term = challengeRuleOn('LONGEST_TERM', day, rules);
  const latest = term ? yearsAfter(day, term.figure) : null;
  const own_ = (code: ReadinessCode, ok: boolean, severity: 'BLOCK' | 'WARN' = 'BLOCK', params = {}): ReadinessCheck => ({
    code,
    ok,
    severity,
    params,
    basis: null,
  });
  return [
    own_('COMPLETE', complete.success, 'BLOCK', { fields: fieldsOpen.join(' ') }),
    own_('OWNER_VERIFIED', ownerVerified),
    own_('OWN_MONEY', own > 0n),
    own_('CASH_WITHIN', cash > 0n && cash <= own, 'BLOCK', { cash: String(cash), own: String(own) }),
    ratio('FISCAL_RATIO', 'ENTERPRISE_TOTAL'),
    ratio('CASH_RATIO', 'CASH_TO_BIDDER'),
    own_('CLEAN_RECORD', c.cleanRecord),
    own_(
      'MEASURABLE',
      c.indicators.some((i) => i.must && i.op !== 'TEXT' && Boolean(i.method)),
      'WARN',
    ),
    {
      code: 'LONGEST_TERM',
      ok: !c.endsOn || (c.endsOn > addDays(day, 0) && (!latest || c.endsOn <= latest)),
      severity: 'BLOCK',
      params: { endsOn: c.endsOn ?? '', latest: latest ?? '' },
      basis: term && `${term.basis}（${term.certainty}）`,
    },
    own_(
      'GATES_IN_TERM',
      c.gates.every((g, i) => g.day > day && (!c.endsOn || g.day <= c.endsOn) && (i === 0 || g.day > (c.gates[i - 1]?.day ?? ''))),
      'BLOCK',
    ),
  ];
}
