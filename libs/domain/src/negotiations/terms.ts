import { z } from 'zod';
import { ClauseKey, contractClauses } from '../clauses/tree/keys.js';
import { ContractType, PaymentMode } from '../contracts/rules.js';
import { rule } from '../issues.js';
import { PositiveFen } from '../money.js';
import { TermKey } from './term-tree.js';

const text = (max: number) => z.string().trim().max(max).optional();
/** What a side proposes. What is left out, or empty, stays as it is. */
const terms = z.object({
  type: ContractType.nullish(),
  title: text(100),
  subject: text(4000),
  totalAmount: PositiveFen.nullish(),
  paymentMode: PaymentMode.nullish(),
  paymentTerms: text(1000),
  termMonths: z.number().int().min(1).max(240).nullish(),
  ipOwnership: text(1000),
  acceptance: text(1000),
  confidentiality: text(1000),
  ...contractClauses.shape,
});
export type Terms = z.output<typeof terms>;
const shortest: Partial<Record<keyof Terms, number>> = { title: 4, subject: 20, paymentTerms: 2, ipOwnership: 2, acceptance: 2 };
const priceParts = ['totalAmount', 'paymentMode', 'paymentTerms'] as const;

/** The terms as they are checked: a contract could be made of each clause that is given. */
export const termsInput = terms
  .superRefine((given, ctx) => {
    for (const [field, minimum] of Object.entries(shortest)) {
      const words = given[field as keyof Terms];
      if (typeof words === 'string' && words && words.length < minimum)
        ctx.addIssue({ code: 'too_small', origin: 'string', minimum, inclusive: true, input: words, path: [field] });
    }
    // A price is nothing without the way in which it is paid.
    if (priceParts.some((part) => given[part]))
      for (const part of priceParts) if (!given[part]) ctx.addIssue({ code: 'custom', path: [part], ...rule('required') });
  })
  .meta({ id: 'TermsInput' });

/** One or several clauses in new words. `basedOn` is the version of the sheet that the writer has read; a counter says why. */
export const termProposal = z
  .object({ negotiationId: z.uuid(), basedOn: z.number().int().min(0), reason: text(1000), terms: termsInput })
  .meta({ id: 'TermProposalInput' });
export type TermProposal = z.output<typeof termProposal>;

/** Agreement with clauses as they read in the versions named. */
export const termAcceptance = z
  .object({
    negotiationId: z.uuid(),
    clauses: z
      .array(z.object({ key: TermKey, number: z.number().int().min(1) }).meta({ id: 'TermClauseRef' }))
      .min(1)
      .max(TermKey.options.length),
  })
  .meta({ id: 'TermAcceptanceInput' });
export type TermAcceptance = z.output<typeof termAcceptance>;

/** What a clause says: a choice, a price with its payment, a number of months, or words. */
export type TermValue = {
  type: ContractType | null;
  totalAmount: string | null;
  paymentMode: PaymentMode | null;
  termMonths: number | null;
  text: string | null;
};
const nothing: TermValue = { type: null, totalAmount: null, paymentMode: null, termMonths: null, text: null };

/** The clauses that are given, each with what it says. */
export function valuesOfTerms(given: Terms): Map<TermKey, TermValue> {
  const values = new Map<TermKey, TermValue>();
  if (given.type) values.set('type', { ...nothing, type: given.type });
  if (given.totalAmount && given.paymentMode && given.paymentTerms)
    values.set('price', { ...nothing, totalAmount: given.totalAmount, paymentMode: given.paymentMode, text: given.paymentTerms });
  if (given.termMonths) values.set('term', { ...nothing, termMonths: given.termMonths });
  for (const key of ['title', 'subject', 'ipOwnership', 'acceptance', 'confidentiality', ...ClauseKey.options] as const)
    if (given[key]) values.set(key, { ...nothing, text: given[key] });
  return values;
}

/** The inverse: what a form or a contract is filled with. */
export function termsOfValues(values: ReadonlyMap<TermKey, TermValue>): Terms {
  const price = values.get('price');
  const worded = [...values].flatMap(([key, { text: words }]) => (key === 'price' || words === null ? [] : [[key, words]]));
  return {
    ...Object.fromEntries(worded),
    ...(price ? { totalAmount: price.totalAmount, paymentMode: price.paymentMode, paymentTerms: price.text ?? '' } : {}),
    ...(values.has('type') ? { type: values.get('type')?.type } : {}),
    ...(values.has('term') ? { termMonths: values.get('term')?.termMonths } : {}),
  };
}

export function saysTheSame(a: TermValue, b: TermValue): boolean {
  return (Object.keys(nothing) as (keyof TermValue)[]).every((part) => a[part] === b[part]);
}
