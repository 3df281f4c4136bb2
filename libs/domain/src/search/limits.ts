import { fenOfWanYuan } from '../money.js';
import { searchLimits } from './rules.js';

/** From – to, both included, as a person writes them; either end may be open. */
export type Limits = { from: string; to: string };
/** What may be limited, named as in the address of a search: price or budget in 万元, readiness, day of publication. */
export const limitParams = ['cost', 'level', 'date'] as const;
export type LimitParam = (typeof limitParams)[number];
export type WrittenLimits = Record<LimitParam, Limits>;

/** Limits as an address holds them, `from..to`. */
export function limitsInAddress(params: { get(name: string): string | null }): WrittenLimits {
  const of = (name: LimitParam): Limits => {
    const [from = '', to = ''] = (params.get(name) ?? '').split('..').map((end) => end.trim());
    return { from, to };
  };
  return { cost: of('cost'), level: of('level'), date: of('date') };
}

/** The other way round; empty where both ends are open. */
export const addressOfLimits = ({ from, to }: Limits): string => (from || to ? `${from}..${to}` : '');

/** The fields of a search by what was written. What is none of their values stays as it is, for the schema to refuse. */
export function searchFieldsOf({ cost, level, date }: WrittenLimits): Record<string, string | number | null> {
  const money = (end: string): string | null => (end === '' ? null : (fenOfWanYuan(end) ?? end));
  const number = (end: string): number | null => (end === '' ? null : Number(end));
  return {
    ...{ priceFrom: money(cost.from), priceTo: money(cost.to) },
    ...{ trlFrom: number(level.from), trlTo: number(level.to) },
    ...{ publishedFrom: date.from || null, publishedTo: date.to || null },
  };
}

/** Checks what was written by the search's own schema; the issues name the field. */
export const readLimits = (written: WrittenLimits): ReturnType<typeof searchLimits.safeParse> => searchLimits.safeParse(searchFieldsOf(written), { reportInput: true });
