import i18next from 'i18next';
import { certaintyMark, ruleValues, type Certainty, type RuleKey } from '@jihui/domain';
import { exactMoney } from './money.js';

const text = (key: string, params: object = {}): string => (i18next.t as (key: string, params: object) => string)(key, params);

/** What one step of a calculation arrives as. */
export type Line = { code: string; params: unknown; fen: string | null; rule: string | null };
export type Citation = { key: string; validFrom: string | null; validTo: string | null; basis: string; certainty: string; note: string };

/** Ten-thousandths as people say them: 7000 → 70%, 3 → 0.3‰. */
export function shareText(bp: number): string {
  return bp > 0 && bp < 100 ? `${bp / 10}‰` : `${bp / 100}%`;
}

/** The exact amount with its sign. */
export function signedYuan(fen: string): string {
  return fen.startsWith('-') ? `− ${exactMoney(fen.slice(1))}` : exactMoney(fen);
}

const shares = new Set(['bp', 'floor', 'salesBp', 'profitBp']);
const amounts = new Set(['saved', 'out', 'sum', 'unitPrice', 'tech', 'costs', 'limit', 'used', 'taxed', 'domestic', 'award', 'paid', 'vat', 'cap', 'taken', 'base', 'due']);
const words: Record<string, (value: string) => string> = {
  kind: (v) => text(`rules:deductionKind.${v}`, { defaultValue: text(`codes:contractClass.${v}`) }),
  mode: (v) => text(`rules:rewardMode.${v}`),
  key: (v) => ruleTitle(v),
};

function shown(name: string, value: unknown): unknown {
  if (shares.has(name)) return shareText(Number(value));
  if (amounts.has(name)) return signedYuan(String(value));
  return words[name]?.(String(value)) ?? value;
}

/** The sentence of a step, its figures in words. */
export function lineSentence({ code, params }: Pick<Line, 'code' | 'params'>): string {
  const given = typeof params === 'object' && params !== null ? params : {};
  return text(`rules:line.${code}`, Object.fromEntries(Object.entries(given).map(([name, value]) => [name, shown(name, value)])));
}

export const ruleTitle = (key: string): string => text(`rules:key.${key}`);
export const certaintyWord = (c: string): string => text(`rules:certainty.${c}`);
export const markOf = (c: string): string => certaintyMark[c as Certainty];
/** 2026-01-01 至 2027-12-31; 未载明起始日; 至今有效. */
export function timeOf({ validFrom, validTo }: Pick<Citation, 'validFrom' | 'validTo'>): string {
  return text(validTo ? 'rules:time.closed' : 'rules:time.open', { from: validFrom ?? text('rules:time.unknown'), to: validTo });
}

/** The value of a rule field by field, in words. */
export function valueWords(key: string, value: unknown): { field: string; words: string }[] {
  const shape = ruleValues[key as RuleKey].shape;
  const given: Record<string, unknown> = typeof value === 'object' && value !== null ? { ...value } : {};
  return Object.keys(shape).map((field) => ({ field: text(`rules:value.${field}`), words: valueWord(field, given[field]) }));
}

function valueWord(field: string, value: unknown): string {
  if (Array.isArray(value)) return value.map((v) => valueWord(field, v)).join('、') || text('rules:none');
  if (typeof value === 'boolean') return text(value ? 'rules:yes' : 'rules:no');
  if (typeof value === 'number') return field.endsWith('Bp') ? shareText(value) : String(value);
  if (typeof value !== 'string') return '';
  return /^\d+$/.test(value) ? exactMoney(value) : text(`rules:word.${value}`, { defaultValue: text(`codes:contractClass.${value}`) });
}
