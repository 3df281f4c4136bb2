import { z } from 'zod';
import { rule } from './issues.js';

const isAmount = (text: string): boolean => /^\d{1,15}$/.test(text);

/** Money is a whole number of fen, as a decimal string outside the database: a double cannot hold 9007199254740993. */
export const Fen = z
  .string()
  .refine(isAmount, rule('money'))
  .meta({ id: 'Fen' });
// What is no number has been refused already, and the check of its value runs all the same.
export const PositiveFen = Fen.refine((v) => !/^\d+$/.test(v) || BigInt(v) > 0n, rule('not_positive')).meta({ scalar: 'Fen' });

const wanYuan = 1_000_000n;

/** Whether one amount is more than another. Checks over several fields also run where a field alone was refused: what is no amount exceeds nothing. */
export const exceeds = (amount: string, most: string): boolean => isAmount(amount) && isAmount(most) && BigInt(amount) > BigInt(most);

/** Reads an amount in 万元 ("68.5", "1,200.00"), at most six decimals; null if it is none or negative. One too large is read too, for the check to refuse it. */
export function fenOfWanYuan(text: string): string | null {
  const match = /^(\d+)(?:\.(\d{1,6}))?$/.exec(text.trim().replace(/[,，\s]/g, ''));
  if (!match) return null;
  const [, whole = '0', decimals = ''] = match;
  return (BigInt(whole) * wanYuan + BigInt(decimals.padEnd(6, '0') || '0')).toString();
}

function decimal(fen: bigint, unit: bigint, most: number): string {
  const scale = 10n ** BigInt(most);
  const rounded = (fen * scale + unit / 2n) / unit;
  const fraction = (rounded % scale).toString().padStart(most, '0').replace(/0+$/, '');
  const whole = (rounded / scale).toString().replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction ? `${whole}.${fraction}` : whole;
}

/** An amount as a person reads it: 亿元 from one hundred million yuan on, else 万元, both rounded to two decimals. */
export function formatMoney(fen: string | bigint): string {
  const value = BigInt(fen);
  return value >= 10_000_000_000n ? `${decimal(value, 10_000_000_000n, 2)} 亿元` : `${decimal(value, wanYuan, 2)} 万元`;
}

/** The exact amount in yuan, to the fen. */
export function formatYuan(fen: string | bigint): string {
  return `${decimal(BigInt(fen), 100n, 2)} 元`;
}

/** The amount in 万元 without a unit and without loss, as a form shows it. */
export function wanYuanOf(fen: string | bigint): string {
  return decimal(BigInt(fen), wanYuan, 6).replace(/,/g, '');
}
