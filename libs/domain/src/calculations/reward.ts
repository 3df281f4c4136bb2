import { z } from 'zod';
import { addMonths, nextWorkingDay } from '../calendar.js';
import { rule } from '../issues.js';
import { Fen, PositiveFen } from '../money.js';
import { citationOf, type RuleBook, type RuleUse } from '../rules/book.js';
import { line, shareAtLeast, type Explained } from './explained.js';

/** How the result became money: each has its own floor. */
export const RewardMode = z.enum(['TRANSFER', 'EQUITY', 'OWN_USE']).meta({ id: 'RewardMode' });
export type RewardMode = z.infer<typeof RewardMode>;
/** What may be taken from the income before the completers share it. */
export const IncomeDeduction = z.enum(['TAX', 'MAINTENANCE', 'DIRECT_COST']).meta({ id: 'IncomeDeduction' });
export type IncomeDeduction = z.infer<typeof IncomeDeduction>;

export const completer = z.object({ name: z.string().trim().min(1).max(40), shareBp: z.number().int().min(0).max(10_000) }).meta({ id: 'CompleterInput' });
export const rewardInput = z
  .object({
    mode: RewardMode,
    /** Of own use the operating profit of one year; of equity the value of the shares. */
    income: PositiveFen,
    deductions: z
      .array(z.object({ kind: IncomeDeduction, name: z.string().trim().min(1).max(60), amount: Fen }).meta({ id: 'IncomeDeductionInput' }))
      .max(40),
    inHenan: z.boolean(),
    /** What the unit's rules or the agreement with the completers give them. */
    agreedBp: z.number().int().min(0).max(10_000).nullish(),
    completers: z.array(completer).min(1).max(60),
    receivedOn: z.iso.date().meta({ scalar: 'String' }),
  })
  .superRefine((r, ctx) => {
    if (r.completers.reduce((sum, c) => sum + c.shareBp, 0) !== 10_000) ctx.addIssue({ code: 'custom', path: ['completers'], ...rule('shares_total') });
  })
  .meta({ id: 'RewardInput' });
export type RewardInput = z.output<typeof rewardInput>;

export type RewardCode = 'income' | 'deduction' | 'net' | 'nothingLeft' | 'floorNational' | 'floorHenan' | 'agreed' | 'agreedBelowFloor' | 'pool' | 'share' | 'years' | 'payBy';
export type Reward = {
  netIncome: string;
  appliedBp: number;
  pool: string;
  unitKeeps: string;
  shares: { name: string; shareBp: number; fen: string }[];
  payBy: string | null;
  lines: Explained<RewardCode>[];
  rules: RuleUse[];
};

/**
 * Divides an amount so that the parts sum exactly: each gets its share rounded down, and the fen that are left go one by one to the largest
 * remainders (最大余数法); of equal remainders to the one named first.
 */
export function divideExactly(amount: bigint, weights: readonly number[]): bigint[] {
  const all = BigInt(weights.reduce((sum, w) => sum + w, 0));
  if (all === 0n) throw new Error('shares of nothing');
  const parts = weights.map((w) => (amount * BigInt(w)) / all);
  const remainders = weights.map((w, i) => ({ i, rest: (amount * BigInt(w)) % all })).sort((a, b) => (a.rest === b.rest ? a.i - b.i : a.rest > b.rest ? -1 : 1));
  const left = Number(amount - parts.reduce((sum, p) => sum + p, 0n));
  for (const { i } of remainders.slice(0, left)) parts[i] = (parts[i] ?? 0n) + 1n;
  return parts;
}

const floorField = { TRANSFER: 'transferBp', EQUITY: 'equityBp', OWN_USE: 'ownUseBp' } as const;

/** 净收入、奖酬下限与分配: the larger of the national and the province's floor on the day of receipt, what was agreed if it is more, and exact shares. */
export function rewardOf(input: RewardInput, book: RuleBook): Reward {
  const income = BigInt(input.income);
  const taken = input.deductions.reduce((sum, d) => sum + BigInt(d.amount), 0n);
  const net = income > taken ? income - taken : 0n;
  const national = book.on('REWARD_FLOOR_NATIONAL', input.receivedOn);
  const henan = input.inHenan ? book.on('REWARD_FLOOR_HENAN', input.receivedOn) : null;
  const field = floorField[input.mode];
  const floor = Math.max(national?.value[field] ?? 0, henan?.value[field] ?? 0);
  const agreed = input.agreedBp ?? null;
  const appliedBp = Math.max(floor, agreed ?? 0);
  const pool = shareAtLeast(net, appliedBp);
  const parts = divideExactly(pool, input.completers.map((c) => c.shareBp));
  const shares = input.completers.map((c, i) => ({ ...c, fen: String(parts[i] ?? 0n) }));
  const payment = input.inHenan ? book.on('REWARD_PAYMENT', input.receivedOn) : null;
  const payBy = payment ? nextWorkingDay(addMonths(input.receivedOn, payment.value.months)) : null;
  const stricter = henan ?? national;

  const lines: Explained<RewardCode>[] = [line('income', income, { mode: input.mode })];
  for (const d of input.deductions) lines.push(line('deduction', -BigInt(d.amount), { kind: d.kind, name: d.name }));
  lines.push(line(taken > income ? 'nothingLeft' : 'net', net, { taken: String(taken) }));
  if (national) lines.push(line('floorNational', null, { bp: national.value[field] }, 'REWARD_FLOOR_NATIONAL'));
  if (henan) lines.push(line('floorHenan', null, { bp: henan.value[field] }, 'REWARD_FLOOR_HENAN'));
  if (agreed !== null) lines.push(line(agreed < floor ? 'agreedBelowFloor' : 'agreed', null, { bp: agreed, floor }));
  lines.push(line('pool', pool, { bp: appliedBp }));
  for (const s of shares) lines.push(line('share', BigInt(s.fen), { name: s.name, bp: s.shareBp }));
  if (input.mode === 'OWN_USE' && stricter) lines.push(line('years', null, { from: stricter.value.ownUseYearsFrom, to: stricter.value.ownUseYearsTo }, stricter.key));
  if (payment && payBy) lines.push(line('payBy', null, { day: payBy, months: payment.value.months }, 'REWARD_PAYMENT'));

  const rules = [national, henan, payment].filter((r) => r !== null).map(citationOf);
  return { netIncome: String(net), appliedBp, pool: String(pool), unitKeeps: String(net - pool), shares, payBy, lines, rules };
}
