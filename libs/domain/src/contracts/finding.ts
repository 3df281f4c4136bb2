import type { Quote } from './clauses.js';

/** What one check found: the variant of its sentence, the figures for it, and the words in the text that it is about. */
export type Finding = { ok: boolean; variant: string; params: Record<string, string | number>; quotes: Quote[] };

export const good = (variant = 'good', params: Finding['params'] = {}): Finding => ({ ok: true, variant, params, quotes: [] });
export const bad = (variant = 'bad', params: Finding['params'] = {}, quotes: Quote[] = []): Finding => ({
  ok: false,
  variant,
  params,
  quotes,
});
