import { z } from 'zod';
import { IndustryChain, IpKind, IpStatus, PriceMode, TechField, TransferMode, Trl } from '../codes.js';
import { rule } from '../issues.js';
import { Fen } from '../money.js';
import { Phone } from '../organisations/rules.js';
import { parsePatentNumber } from '../patent.js';

const patentKinds: readonly string[] = ['INVENTION', 'UTILITY_MODEL', 'DESIGN'];

/** An IP right. A patent's number must carry a right check character (ZC 0006-2003) and agree with its kind. */
export const ipRight = z
  .object({
    kind: IpKind,
    number: z.string().trim().max(40).nullish(),
    title: z.string().trim().max(120),
    status: IpStatus,
    // 申请日 of a patent: its number tells the year alone, the term counts from the day.
    filedOn: z.iso.date().nullish().meta({ scalar: 'String' }),
  })
  .superRefine((right, ctx) => {
    if (!patentKinds.includes(right.kind) || !right.number) return;
    const patent = parsePatentNumber(right.number);
    if (!patent) ctx.addIssue({ code: 'custom', path: ['number'], ...rule('patent_number') });
    else if (patent.kind !== right.kind) ctx.addIssue({ code: 'custom', path: ['number'], ...rule('patent_kind') });
    else if (right.filedOn && Number(right.filedOn.slice(0, 4)) !== patent.filingYear)
      ctx.addIssue({ code: 'custom', path: ['filedOn'], ...rule('patent_filing_year') });
  })
  .meta({ id: 'IpRight' });

export const teamMember = z
  .object({ name: z.string().trim().min(2).max(30), title: z.string().trim().max(30).nullish() })
  .meta({ id: 'TeamMember' });

/** What a draft may hold: bounded, checked where a value is given, but nothing is required yet. The bounds are those of real spreadsheets of universities. */
const fields = z.object({
  title: z.string().trim().max(120),
  summary: z.string().trim().max(5000),
  advantages: z.string().trim().max(2000).nullish(),
  evidence: z.string().trim().max(2000).nullish(),
  trlEvidence: z.string().trim().max(2000).nullish(),
  deliverables: z.string().trim().max(2000).nullish(),
  keywords: z.array(z.string().trim().min(1).max(60)).max(30),
  techField: TechField.nullish(),
  discipline: z.string().trim().max(30).nullish(),
  chain: IndustryChain.nullish(),
  trl: Trl.nullish(),
  ipRights: z.array(ipRight).max(20),
  transferModes: z.array(TransferMode).max(8),
  priceMode: PriceMode,
  priceMin: Fen.nullish(),
  priceMax: Fen.nullish(),
  team: z.array(teamMember).max(20),
  contactName: z.string().trim().max(30).nullish(),
  contactPhone: Phone.nullish(),
  ndaSummary: z.string().trim().max(3000).nullish(),
});
type Prices = { priceMode: PriceMode; priceMin?: string | null; priceMax?: string | null };
const amount = (value: unknown): bigint | null => (typeof value === 'string' && /^\d{1,15}$/.test(value) ? BigInt(value) : null);

function checkPrices(a: Prices, ctx: z.RefinementCtx) {
  if (a.priceMode === 'NEGOTIABLE') return;
  const [min, max] = [amount(a.priceMin), amount(a.priceMax)];
  if (!a.priceMin) ctx.addIssue({ code: 'custom', path: ['priceMin'], ...rule('required') });
  else if (min === 0n) ctx.addIssue({ code: 'custom', path: ['priceMin'], ...rule('not_positive') });
  if (a.priceMode !== 'RANGE') return;
  if (!a.priceMax) ctx.addIssue({ code: 'custom', path: ['priceMax'], ...rule('required') });
  else if (min !== null && max !== null && max <= min) ctx.addIssue({ code: 'custom', path: ['priceMax'], ...rule('price_range') });
}

/** The two prices as the mode means them: none when negotiable, both the same when fixed. */
export function pricesOf({ priceMode, priceMin = null, priceMax = null }: Prices): {
  priceMode: PriceMode;
  priceMin: string | null;
  priceMax: string | null;
} {
  if (priceMode === 'NEGOTIABLE') return { priceMode, priceMin: null, priceMax: null };
  return { priceMode, priceMin, priceMax: priceMode === 'FIXED' ? priceMin : priceMax };
}

export const achievementDraft = fields.meta({ id: 'AchievementInput' });
export type AchievementInput = z.input<typeof achievementDraft>;
export type AchievementContent = z.output<typeof achievementDraft>;

/** How long the short answers of the form may be; more is kept but has to be shortened before it is sent. */
export const achievementLimits = { title: 60, summary: 1500, advantages: 500, evidence: 500, trlEvidence: 300, deliverables: 400 } as const;
const limited = (field: keyof typeof achievementLimits) => z.string().trim().max(achievementLimits[field]);

// All that is missing is said at once, so the prices are looked at even where other fields are wrong.
const always = { when: () => true };

/** What is asked for before an achievement leaves its author: the same fields, now complete. */
export const achievementComplete = fields
  .extend({
    title: limited('title').min(6),
    summary: limited('summary').min(50),
    advantages: limited('advantages').nullish(),
    evidence: limited('evidence').nullish(),
    trlEvidence: limited('trlEvidence').nullish(),
    deliverables: limited('deliverables').nullish(),
    keywords: z.array(z.string().trim().min(1).max(60)).min(1).max(30),
    techField: TechField,
    trl: Trl,
    transferModes: z.array(TransferMode).min(1).max(8),
  })
  .superRefine(checkPrices, always);

/** An imported row may lack what a spreadsheet never holds (TRL, modes): it becomes a draft that its TTO may still release. */
export const achievementReleasable = fields
  .extend({ title: z.string().trim().min(2).max(120), summary: z.string().trim().min(10).max(5000) })
  .superRefine(checkPrices, always);

/** Records and the versions at which their TTO saw them, to be released together. */
export const achievementRelease = z
  .object({
    items: z
      .array(z.object({ id: z.uuid(), version: z.number().int() }).meta({ id: 'AchievementRef' }))
      .min(1)
      .max(200),
  })
  .meta({ id: 'AchievementReleaseInput' });
