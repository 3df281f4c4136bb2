import { z } from 'zod';
import { addDays } from '../calendar.js';
import { DomainError, type Issue } from '../errors.js';
import { issuesOf, rule } from '../issues.js';
import { neverInForce, type DatedRule } from './book.js';
import { Certainty, RuleKey, ruleValues } from './values.js';

const Day = z.iso.date().meta({ scalar: 'String' });

/** A new row for a key. The value is JSON text, checked by the key's own schema. */
export const ruleAmendment = z
  .object({
    key: RuleKey,
    validFrom: Day,
    validTo: Day.nullish(),
    value: z.string().max(4000),
    basis: z.string().trim().min(4).max(500),
    certainty: Certainty,
    note: z.string().trim().max(500),
  })
  .superRefine((r, ctx) => {
    if (r.validTo && r.validTo < r.validFrom) ctx.addIssue({ code: 'custom', path: ['validTo'], ...rule('date_order') });
  })
  .meta({ id: 'RuleAmendmentInput' });
export type RuleAmendment = z.output<typeof ruleAmendment>;

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function readValue({ key, value }: Pick<RuleAmendment, 'key' | 'value'>): { data: Record<string, unknown> | null; issues: Issue[] } {
  const result = ruleValues[key].safeParse(jsonOf(value), { reportInput: true });
  if (result.success) return { data: result.data, issues: [] };
  return { data: null, issues: issuesOf(result.error).map((i) => ({ ...i, path: i.path ? `value.${i.path}` : 'value' })) };
}

/** The value of an amendment, or INVALID_INPUT naming what is wrong in it. */
export function amendedValue(amendment: Pick<RuleAmendment, 'key' | 'value'>): Record<string, unknown> {
  const { data, issues } = readValue(amendment);
  if (!data) throw new DomainError('INVALID_INPUT', { issues });
  return data;
}

/** The same checks for a form that holds the value field by field. */
export function amendmentForm(key: RuleKey) {
  const asText = (form: unknown): unknown =>
    typeof form === 'object' && form !== null && 'value' in form ? { ...form, key, value: JSON.stringify(form.value) ?? '' } : form;
  return z.preprocess(asText, ruleAmendment).superRefine((amendment, ctx) => {
    for (const issue of readValue(amendment).issues) ctx.addIssue({ code: 'custom', path: issue.path.split('.'), ...rule(issue.code) });
  });
}

const inOrder = <R extends DatedRule>(rows: readonly R[]): R[] => rows.filter((r) => !neverInForce(r)).sort((a, b) => (a.validFrom ?? '').localeCompare(b.validFrom ?? ''));

/** Whether an amendment goes on where the last row ends and names nothing but that row's basis: what has ended by its basis is not prolonged by it. */
export function lacksNewBasis(rows: readonly (DatedRule & { basis: string })[], { validFrom, basis }: Pick<RuleAmendment, 'validFrom' | 'basis'>): boolean {
  const last = inOrder(rows).at(-1);
  return last !== undefined && last.validTo !== null && validFrom > last.validTo && last.basis.trim() === basis.trim();
}

/**
 * What a new row does to the last one of its key: that row ends on the day before, and is never rewritten. A row that has not begun yet may be
 * replaced whole (it then ends before it begins). Refused: a day that an earlier row rules or that leaves a time without a rule.
 */
export function closingBy<R extends DatedRule>(rows: readonly R[], amendment: Pick<RuleAmendment, 'validFrom'>, today: string): { row: R; validTo: string } | null {
  const last = inOrder(rows).at(-1);
  if (!last) return null;
  const from = amendment.validFrom;
  const refuse = (code: string, at: string) => new DomainError('INVALID_INPUT', { issues: [{ path: 'validFrom', code, params: { at } }] });
  if (last.validTo !== null && from > addDays(last.validTo, 1)) throw refuse('rule_gap', addDays(last.validTo, 1));
  const begins = last.validFrom ?? '';
  const replacesWhole = begins === from && from > today;
  if (from < begins || (from === begins && !replacesWhole)) throw refuse('rule_overlap', begins);
  const validTo = addDays(from, -1);
  return last.validTo !== null && last.validTo <= validTo ? null : { row: last, validTo };
}
