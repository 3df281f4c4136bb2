import { createHash } from 'node:crypto';

export const genesis = '0'.repeat(64);
export const sha256 = (text) => createHash('sha256').update(text, 'utf8').digest('hex');

/** Keys sorted, no blanks: the one way to write a line. */
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  return `{${Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`)
    .join(',')}}`;
}
export const without = (object, key) => Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));
/** The text whose SHA-256 is an entry's hash. */
export const textOf = (entry) => canonical(without(entry, 'hash'));

const has = (row, names) => canonical(Object.keys(row).sort()) === canonical(names);
export const isEntry = (row) => has(row, ['at', 'chain', 'detail', 'event', 'hash', 'number', 'prev', 'seq']) && Number.isSafeInteger(row.seq) && typeof row.chain === 'string' && typeof row.at === 'string';
export const isRoot = (row) => has(row, ['count', 'day', 'heads', 'prev', 'root']) && Array.isArray(row.heads) && /^\d{4}-\d\d-\d\d$/.test(row.day);
