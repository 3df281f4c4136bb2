import i18next from 'i18next';
import { formatMoney } from '@jihui/domain';
import type { Contract } from './contracts.api.js';

export type Check = Contract['checks'][number];
const text = (key: string, params: object = {}): string =>
  (i18next.t as (key: string, params: object) => string)(`contracts:${key}`, params);

const amounts = new Set(['total', 'tech', 'rest', 'named', 'together']);
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** A parameter of a sentence in words: amounts as money, fields, states and kinds by their names. */
function inWords(key: string, value: string): string {
  if (amounts.has(key) && /^\d+$/.test(value)) return formatMoney(value);
  if (key === 'fields')
    return value
      .split(' ')
      .map((f) => text(`field.${f}`))
      .join('、');
  if (key === 'status') return text(`status.${value}`);
  if (key === 'kinds')
    return value
      .split(' ')
      .map((k) => `“${text(`monopolyKind.${k}`)}”`)
      .join('、');
  return value;
}

/** What a check found, as a person reads it. */
export function checkSentence({ code, ok, variant, params }: Check): string {
  const words = isRecord(params)
    ? Object.fromEntries(Object.entries(params).map(([key, value]) => [key, inWords(key, String(value))]))
    : {};
  return text(`check.${code}.${ok ? 'ok' : 'bad'}.${variant}`, words);
}

/** The record that a finding points to. */
export function checkTarget({ params }: Check): string | null {
  return isRecord(params) && typeof params['id'] === 'string' ? params['id'] : null;
}
