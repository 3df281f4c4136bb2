import { z } from 'zod';
import { addDays } from '../calendar.js';
import { issuesOf } from '../issues.js';
import { challengeComplete, type ChallengeContent } from './rules.js';

/** A figure of the rules with its term and its ground. What is practice of other cities is kept as such, not as law. */
export type ChallengeRule = {
  code: 'FISCAL_RATIO' | 'CASH_RATIO' | 'LONGEST_TERM';
  figure: number;
  validFrom: string;
  validTo: string | null;
  basis: string;
  certainty: 'C' | 'P' | '?';
};
const cities = '长沙市、赣州市 2023 年揭榜挂帅通知';
export const challengeRules: readonly ChallengeRule[] = [
  {
    code: 'FISCAL_RATIO',
    figure: 400,
    validFrom: '2023-01-01',
    validTo: null,
    basis: `${cities}：企业总投入不低于财政支持的 4 倍`,
    certainty: 'C',
  },
  {
    code: 'CASH_RATIO',
    figure: 40,
    validFrom: '2023-01-01',
    validTo: null,
    basis: `${cities}：付给揭榜方的现金不低于财政支持的 40%，不得以资产、物品、服务抵顶`,
    certainty: 'C',
  },
  { code: 'LONGEST_TERM', figure: 3, validFrom: '2023-01-01', validTo: null, basis: `${cities}：攻关期限一般不超过 3 年`, certainty: 'C' },
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

const yearsAfter = (day: string, years: number): string => `${Number(day.slice(0, 4)) + years}${day.slice(4)}`.replace(/-02-29$/, '-02-28');

/** Whether an item may go to the market on that day: every rule with its figures and its ground, those that hold too. */
export function checkReadiness(c: ChallengeContent, ownerVerified: boolean, day: string, rules = challengeRules): ReadinessCheck[] {
  const money = (v: string | null | undefined): bigint => (v && /^\d+$/.test(v) ? BigInt(v) : 0n);
  const [own, cash, fiscal] = [money(c.ownFunds), money(c.bidderCash), money(c.fiscalSupport)];
  const complete = challengeComplete.safeParse(c, { reportInput: true });
  const fieldsOpen = complete.success ? [] : [...new Set(issuesOf(complete.error).map((i) => i.path.split('.')[0] ?? ''))];
  const ratio = (code: 'FISCAL_RATIO' | 'CASH_RATIO', amount: bigint): ReadinessCheck => {
    const row = challengeRuleOn(code, day, rules);
    const least = row ? (fiscal * BigInt(row.figure) + 99n) / 100n : 0n;
    return {
      code,
      ok: amount >= least,
      severity: 'BLOCK',
      params: { amount: String(amount), least: String(least), percent: row?.figure ?? 0 },
      basis: row && `${row.basis}（${row.certainty}）`,
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
    ratio('FISCAL_RATIO', own),
    ratio('CASH_RATIO', cash),
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
