import { z } from 'zod';
import { rule } from '../issues.js';
import { Fen, PositiveFen } from '../money.js';
import type { RuleUse } from '../rules/book.js';
import { line, type Explained } from './explained.js';

/** What a line of the contract's price is for. */
export const AmountCategory = z
  .enum(['TECHNOLOGY', 'UPFRONT_FEE', 'DOCUMENT', 'SAMPLE', 'COMPLETE_SET', 'INSTRUMENT', 'PARTS', 'MATERIAL', 'OTHER_NON_TECHNICAL'])
  .meta({ id: 'AmountCategory' });
export type AmountCategory = z.infer<typeof AmountCategory>;

const technical: readonly AmountCategory[] = ['TECHNOLOGY', 'UPFRONT_FEE'];
/** What may carry the subject of the contract (认定规则: 资料、软盘、品种、菌株、样品；成套设备、试验装置). */
export const carrierCategories: readonly AmountCategory[] = ['DOCUMENT', 'SAMPLE', 'COMPLETE_SET', 'INSTRUMENT'];
/** Of these a fixed number of sets counts, whatever is needed. */
const limitedToSets: readonly AmountCategory[] = ['COMPLETE_SET', 'INSTRUMENT'];

/** One line of the price. `carrier`: the thing carries the technology, so a reasonable quantity of it belongs to the technology amount. */
export const amountLine = z
  .object({
    category: AmountCategory,
    name: z.string().trim().min(1).max(60),
    quantity: z.number().int().min(1).max(1_000_000),
    unitPrice: PositiveFen,
    carrier: z.boolean(),
    /** How many are needed to deliver, test and master the technology. */
    needed: z.number().int().min(1).max(1_000_000).nullish(),
    reason: z.string().trim().max(200).nullish(),
  })
  .superRefine((l, ctx) => {
    const refuse = (path: string, code: string) => ctx.addIssue({ code: 'custom', path: [path], ...rule(code) });
    if (!l.carrier) return;
    if (!carrierCategories.includes(l.category)) refuse('carrier', 'carrier_category');
    if (!l.needed) refuse('needed', 'required');
    if (!l.reason) refuse('reason', 'required');
  })
  .meta({ id: 'AmountLineInput' });
export type AmountLine = z.output<typeof amountLine>;
export const amountLines = z.array(amountLine).max(60);

export type AmountCode = 'technology' | 'upfront' | 'carrier' | 'carrierPart' | 'deducted' | 'total' | 'techAmount';
export type Amounts = { totalAmount: string; techAmount: string; lines: Explained<AmountCode>[] };
/** The part of the rules that amounts need. */
export type CarrierRule = RuleUse & { value: { sets: number } };

const most = 10n ** 15n;

function countedOf(l: AmountLine, sets: number): number {
  if (technical.includes(l.category)) return l.quantity;
  if (!l.carrier || !carrierCategories.includes(l.category)) return 0;
  const needed = Math.min(l.quantity, l.needed ?? 0);
  return limitedToSets.includes(l.category) ? Math.min(needed, sets) : needed;
}

function codeOf(l: AmountLine, counted: number): AmountCode {
  if (l.category === 'UPFRONT_FEE') return 'upfront';
  if (l.category === 'TECHNOLOGY') return 'technology';
  if (!counted) return 'deducted';
  return counted < l.quantity ? 'carrierPart' : 'carrier';
}

/**
 * 成交总额 and 技术交易额 of the lines (技术合同认定规则): the whole price, and that less equipment, instruments, parts, material and other
 * non-technical cost, except a reasonable quantity of what carries the technology; of sets, as many as the rule of the day allows.
 */
export function amountsOf(lines: readonly AmountLine[], carriers: CarrierRule | null): Amounts {
  const sets = carriers?.value.sets ?? 0;
  let [total, tech] = [0n, 0n];
  const told: Explained<AmountCode>[] = lines.map((l) => {
    const counted = countedOf(l, sets);
    const unit = BigInt(l.unitPrice);
    const [sum, part] = [unit * BigInt(l.quantity), unit * BigInt(counted)];
    total += sum;
    tech += part;
    const params = { name: l.name, quantity: l.quantity, counted, unitPrice: l.unitPrice, sum: String(sum), out: String(sum - part), sets, reason: l.reason ?? '' };
    const limited = l.carrier && limitedToSets.includes(l.category);
    return line(codeOf(l, counted), part, params, limited ? 'CARRIER_SETS' : null);
  });
  const sums = [line('total' as const, total), line('techAmount' as const, tech, { out: String(total - tech) })];
  return { totalAmount: String(total), techAmount: String(tech), lines: [...told, ...sums] };
}

/** Whether the sum of lines is more than can be kept as one amount. A line that cannot be read is refused by itself. */
export function isTooLarge(lines: readonly AmountLine[]): boolean {
  const readable = lines.filter((l) => Fen.safeParse(l.unitPrice).success && Number.isSafeInteger(l.quantity));
  return readable.reduce((sum, l) => sum + BigInt(l.unitPrice) * BigInt(l.quantity), 0n) >= most;
}

/** Lines as a text, one per line: for showing what has changed. */
export function amountLinesText(lines: readonly AmountLine[]): string {
  return lines.map((l) => [l.category, l.name, l.quantity, l.unitPrice, l.carrier ? `${l.needed ?? 0}` : '', l.reason ?? ''].join(' | ')).join('\n');
}

export const royaltyReport = z.object({ day: z.iso.date(), base: PositiveFen });
export type RoyaltyReport = z.output<typeof royaltyReport>;
export type RoyaltyCode = 'upfront' | 'royalty' | 'capped' | 'registered';

/**
 * Upfront fee and royalty: the fee is registered with the contract, each royalty when its performance is reported (P). With a ceiling for all
 * royalties together, what lies above it is not counted.
 */
export function royaltyAmounts(
  upfront: string,
  rateBp: number,
  reports: readonly RoyaltyReport[],
  ceiling: string | null = null,
): { registeredNow: string; total: string; lines: Explained<RoyaltyCode>[] } {
  let left = ceiling === null ? null : BigInt(ceiling);
  let total = BigInt(upfront);
  const lines = [line<RoyaltyCode>('upfront', total)];
  for (const report of [...reports].sort((a, b) => a.day.localeCompare(b.day))) {
    const due = (BigInt(report.base) * BigInt(rateBp) + 5000n) / 10_000n;
    const paid = left !== null && due > left ? left : due;
    if (left !== null) left -= paid;
    total += paid;
    lines.push(line<RoyaltyCode>(paid < due ? 'capped' : 'royalty', paid, { day: report.day, base: report.base, rateBp, due: String(due) }));
  }
  return { registeredNow: upfront, total: String(total), lines: [...lines, line<RoyaltyCode>('registered', total)] };
}
