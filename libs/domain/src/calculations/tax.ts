import type { RuleBook, RuleUse } from '../rules/book.js';
import { distinct } from './explained.js';
import { subsidies } from './subsidies.js';
import type { TaxEstimateInput } from './tax-input.js';
import { stampDuty, superDeduction, transferIncomeTax, vatExempt, vatWaived, type TaxPart } from './tax-parts.js';

export type TaxEstimate = { day: string; parts: TaxPart[]; rules: RuleUse[] };

/** 税收与补助估算 of one contract by the rules of one day: an estimate, never tax advice. Each part says its steps and its ground. */
export function taxEstimate(input: TaxEstimateInput, book: RuleBook): TaxEstimate {
  const parts = [vatExempt, vatWaived, transferIncomeTax, superDeduction, stampDuty].map((estimate) => estimate(input, book));
  const all = [...parts, ...subsidies(input, book)];
  return { day: input.day, parts: all, rules: distinct(all.flatMap((p) => p.rules)) };
}
