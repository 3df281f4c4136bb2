import { z } from 'zod';
import { IndustryChain, TechField } from '../codes.js';
import { IndicatorOp } from '../demands/rules.js';
import { shanghaiDay } from '../calendar.js';
import type { Issue } from '../errors.js';
import { rule } from '../issues.js';
import { Fen } from '../money.js';
import { Phone } from '../organisations/rules.js';

/** 企业重大技术需求类: the enterprise pays, bidders from anywhere. 行业共性技术攻关类: a consortium of the industry (Henan 2026). */
export const ChallengeKind = z.enum(['ENTERPRISE_NEED', 'COMMON_TECHNOLOGY']).meta({ id: 'ChallengeKind' });
export type ChallengeKind = z.infer<typeof ChallengeKind>;
/** 单一揭榜, 赛马制 (parallel teams with gates), 悬赏后付 (paid after success). */
export const ChallengeMode = z.enum(['SINGLE', 'HORSE_RACE', 'REWARD_AFTER']).meta({ id: 'ChallengeMode' });
export type ChallengeMode = z.infer<typeof ChallengeMode>;

const text = (max: number) => z.string().trim().max(max);

/** 核心指标: where it stands, where it must go, how it is measured, and whether it decides. */
export const coreIndicator = z
  .object({
    name: z.string().trim().min(1).max(40),
    current: text(60).nullish(),
    op: IndicatorOp,
    target: z.string().trim().min(1).max(60),
    unit: text(20).nullish(),
    method: text(200).nullish(),
    must: z.boolean(),
  })
  .superRefine((i, ctx) => {
    if (i.op !== 'TEXT' && !/\d/.test(i.target)) ctx.addIssue({ code: 'custom', path: ['target'], ...rule('indicator_value') });
  })
  .meta({ id: 'CoreIndicator' });

/** 评审标准: the criteria are also the questions of the bidders' form; they freeze at publication. */
export const criterion = z
  .object({ name: z.string().trim().min(2).max(30), weight: z.number().int().min(1).max(100), hint: text(200).nullish() })
  .meta({ id: 'Criterion' });
export const paymentStage = z
  .object({ name: z.string().trim().min(2).max(60), percent: z.number().int().min(1).max(100) })
  .meta({ id: 'PaymentStage' });
/** 赛马 gate: the day, and who is out after it. */
export const raceGate = z
  .object({ name: z.string().trim().min(2).max(60), day: z.iso.date().meta({ scalar: 'String' }), rule: z.string().trim().min(2).max(300) })
  .meta({ id: 'RaceGate' });

const fields = z.object({
  kind: ChallengeKind,
  mode: ChallengeMode,
  title: text(120),
  background: text(5000),
  indicators: z.array(coreIndicator).max(20),
  deliverables: text(2000),
  endsOn: z.iso.date().nullish().meta({ scalar: 'String' }),
  ownFunds: Fen.nullish(),
  bidderCash: Fen.nullish(),
  fiscalSupport: Fen.nullish(),
  paymentPlan: z.array(paymentStage).max(10),
  ipSharing: text(1000),
  bidderConditions: text(2000),
  acceptance: text(1000),
  triedSelf: text(1000),
  ndaAnnex: text(5000).nullish(),
  cleanRecord: z.boolean(),
  teams: z.number().int().min(1).max(8),
  gates: z.array(raceGate).max(6),
  criteria: z.array(criterion).max(10),
  techField: TechField.nullish(),
  chain: IndustryChain.nullish(),
  keywords: z.array(z.string().trim().min(1).max(60)).max(30),
  contactName: text(30).nullish(),
  contactPhone: Phone.nullish(),
});

export const challengeDraft = fields.meta({ id: 'ChallengeInput' });
export type ChallengeInput = z.input<typeof challengeDraft>;
export type ChallengeContent = z.output<typeof challengeDraft>;
export const challengeFields = Object.keys(fields.shape) as (keyof ChallengeContent)[];

const sum = (numbers: number[]) => numbers.reduce((total, n) => total + n, 0);
type Shares = Pick<ChallengeContent, 'criteria' | 'paymentPlan' | 'mode' | 'teams' | 'gates'>;

function checkShares(c: Partial<Shares>, ctx: z.RefinementCtx) {
  const fault = (path: string | (string | number)[], code: string) =>
    ctx.addIssue({ code: 'custom', path: typeof path === 'string' ? [path] : path, ...rule(code) });
  if (c.criteria?.length && sum(c.criteria.map((x) => x.weight)) !== 100) fault('criteria', 'weights_100');
  c.criteria?.forEach((x, i, all) => {
    if (all.findIndex((o) => o.name === x.name) < i) fault(['criteria', i, 'name'], 'names_differ');
  });
  if (c.paymentPlan?.length && sum(c.paymentPlan.map((x) => x.percent)) !== 100) fault('paymentPlan', 'weights_100');
  if (c.mode === 'HORSE_RACE' && (c.teams ?? 0) < 2) fault('teams', 'race_teams');
  if (c.mode === 'HORSE_RACE' && !c.gates?.length) fault('gates', 'race_gates');
  if (c.mode !== 'HORSE_RACE' && c.teams !== 1) fault('teams', 'single_team');
}

const complete = fields.extend({
  title: z.string().trim().min(6).max(120),
  background: z.string().trim().min(50).max(5000),
  indicators: z.array(coreIndicator).min(1).max(20),
  deliverables: z.string().trim().min(10).max(2000),
  endsOn: z.iso.date(),
  ownFunds: Fen,
  bidderCash: Fen,
  paymentPlan: z.array(paymentStage).min(1).max(10),
  ipSharing: z.string().trim().min(6).max(1000),
  bidderConditions: z.string().trim().min(6).max(2000),
  acceptance: z.string().trim().min(6).max(1000),
  triedSelf: z.string().trim().min(6).max(1000),
  criteria: z.array(criterion).min(2).max(10),
});

/** What an item must say before it goes to the market: a bidder answers exactly this, so nothing of it may be open. */
export const challengeComplete = complete.superRefine(checkShares, { when: () => true });

/** What the experts may rewrite (凝练): the words, the figures, the criteria; never the enterprise's money or its contact. */
const kept = { ownFunds: true, bidderCash: true, fiscalSupport: true, cleanRecord: true, contactName: true, contactPhone: true, ndaAnnex: true } as const;
export const challengeRewrite = fields.omit(kept).meta({ id: 'ChallengeRewriteInput' });
/** What goes to the approval is whole: a version that leaves something out would be published like that. */
export const challengeRewriteComplete = complete.omit(kept).superRefine(checkShares, { when: () => true });
export type ChallengeRewrite = z.output<typeof challengeRewrite>;
export const rewritableFields = Object.keys(challengeRewrite.shape) as (keyof ChallengeRewrite)[];

/** The deadline of the claims is a minute of server time, at least so many days away (practice: a month; ours, not a law's). */
export const claimPeriodDays = { least: 10, most: 180 } as const;
type Term = Pick<ChallengeContent, 'endsOn'> & { gates: readonly { day: string }[] };
const dayMs = 86_400_000;

/**
 * Why a moment cannot be the deadline of the claims; null when it can. `before`: the one that an amendment puts off. Nobody claims an item whose work
 * is to be done already, or whose race has met.
 */
export function claimsCloseIssue(at: Date, now: Date, { endsOn, gates }: Term, before: Date | null = null): Issue | null {
  const path = 'claimsCloseAt';
  const { least, most } = claimPeriodDays;
  const days = (at.getTime() - now.getTime()) / dayMs;
  if (before && at <= before) return { path, code: 'only_later' };
  if (days > most || (!before && days < least)) return { path, code: before ? 'claims_latest' : 'claims_period', params: { least, most } };
  const latest = [endsOn ?? '', ...gates.map((g) => g.day)].filter(Boolean).sort()[0];
  return latest && shanghaiDay(at) >= latest ? { path, code: 'before_work_ends', params: { day: latest } } : null;
}
/** The public notice of a decision in working days (domain: at least 5–7, P). */
export const noticeWorkingDays = 5;

export const challengeAmendment = z
  .object({
    text: z.string().trim().min(10).max(2000),
    claimsCloseAt: z.iso.datetime({ offset: true }).nullish().meta({ scalar: 'String' }),
  })
  .meta({ id: 'ChallengeAmendmentInput' });

/** The criteria that most notices of 2023–2026 share: a start that the owner changes. */
export const usualWeights = [35, 25, 20, 20] as const;
