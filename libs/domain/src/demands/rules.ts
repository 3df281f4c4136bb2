import { z } from 'zod';
import { IndustryChain, TechField, Trl } from '../codes.js';
import { rule } from '../issues.js';
import { Fen } from '../money.js';
import { Phone } from '../organisations/rules.js';

export const IndicatorOp = z.enum(['GE', 'LE', 'EQ', 'RANGE', 'TEXT']).meta({ id: 'IndicatorOp' });
export type IndicatorOp = z.infer<typeof IndicatorOp>;

/** 指标: name, comparison, value, unit. RANGE is written "a-b"; TEXT is a requirement without a number. */
export const indicator = z
  .object({
    name: z.string().trim().min(1).max(40),
    op: IndicatorOp,
    value: z.string().trim().min(1).max(60),
    unit: z.string().trim().max(20).nullish(),
  })
  .superRefine((i, ctx) => {
    const number = String.raw`[+-]?\d+(\.\d+)?(e[+-]?\d+)?`;
    const form =
      i.op === 'TEXT' ? /./ : i.op === 'RANGE' ? new RegExp(`^${number}\\s*[-~～–至]\\s*${number}$`, 'i') : new RegExp(`^${number}$`, 'i');
    if (!form.test(i.value)) ctx.addIssue({ code: 'custom', path: ['value'], ...rule('indicator_value') });
  })
  .meta({ id: 'Indicator' });

const fields = z.object({
  title: z.string().trim().max(120),
  problem: z.string().trim().max(5000),
  indicators: z.array(indicator).max(20),
  currentState: z.string().trim().max(2000).nullish(),
  budgetMin: Fen.nullish(),
  budgetMax: Fen.nullish(),
  deadline: z.iso.date().nullish().meta({ scalar: 'String' }),
  acceptance: z.string().trim().max(1000).nullish(),
  deliverables: z.string().trim().max(1000).nullish(),
  exclusions: z.string().trim().max(1000).nullish(),
  techField: TechField.nullish(),
  chain: IndustryChain.nullish(),
  minTrl: Trl.nullish(),
  keywords: z.array(z.string().trim().min(1).max(60)).max(30),
  anonymous: z.boolean(),
  contactName: z.string().trim().max(30).nullish(),
  contactPhone: Phone.nullish(),
});

export const demandDraft = fields.meta({ id: 'DemandInput' });
export type DemandInput = z.input<typeof demandDraft>;
export type DemandContent = z.output<typeof demandDraft>;

type Budget = { budgetMin?: string | null; budgetMax?: string | null };
function checkBudget(d: Budget, ctx: z.RefinementCtx) {
  const isAmount = (v: unknown): v is string => typeof v === 'string' && /^\d{1,15}$/.test(v);
  if (!isAmount(d.budgetMin) || !isAmount(d.budgetMax)) return;
  if (BigInt(d.budgetMax) < BigInt(d.budgetMin)) ctx.addIssue({ code: 'custom', path: ['budgetMax'], ...rule('price_range') });
}

/**
 * How long a text of the form may be: short enough to be read by somebody who reads thirty of them. Nine of ten real demands say all of
 * it in 740 characters. More may be typed and is kept, so that a pasted text is not cut; it has to be shortened before it is sent.
 */
export const demandLimits = { title: 60, problem: 1200, currentState: 600, acceptance: 500, deliverables: 400, exclusions: 300 } as const;
const limited = (field: keyof typeof demandLimits) => z.string().trim().max(demandLimits[field]);

const title = z.string().trim().min(2);
const problem = z.string().trim().min(8);

/** What is asked for before a demand goes to the operator: little, since a vague demand is better than a lost one. What would help stands in `clarityRules`. */
export const demandComplete = fields
  .extend({
    title: title.max(demandLimits.title),
    problem: problem.max(demandLimits.problem),
    currentState: limited('currentState').nullish(),
    acceptance: limited('acceptance').nullish(),
    deliverables: limited('deliverables').nullish(),
    exclusions: limited('exclusions').nullish(),
  })
  .superRefine(checkBudget, { when: () => true });

/** The same for a demand from a spreadsheet, whose texts were written for other forms than ours. */
export const demandImportedComplete = fields
  .extend({ title: title.max(120), problem: problem.max(5000) })
  .superRefine(checkBudget, { when: () => true });

/** Working days within which an operator publishes a submitted demand or returns it. Ours, not a law's. */
export const demandReviewDays = 3;
