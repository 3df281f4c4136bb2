import { z } from 'zod';
import { addWorkingDays, shanghaiDay } from '../calendar.js';
import { rewardInput, type RewardInput } from '../calculations/reward.js';
import type { Machine } from '../machine.js';
import type { RuleBook } from '../rules/book.js';
import { rule } from '../issues.js';

export const DistributionStatus = z.enum(['DRAFT', 'NOTICED', 'OBJECTED', 'AGREED', 'PAID', 'CANCELLED']).meta({ id: 'DistributionStatus' });
export type DistributionStatus = z.infer<typeof DistributionStatus>;
export const DistributionAction = z.enum(['edit', 'notice', 'object', 'answer', 'agree', 'pay', 'cancel']).meta({ id: 'DistributionAction' });
export type DistributionAction = z.infer<typeof DistributionAction>;

/** 奖酬分配 of one income: computed, shown inside the unit, and paid share by share. An edit after an objection needs a new notice. */
export const distributionMachine: Machine<DistributionStatus, DistributionAction> = {
  name: 'distribution',
  initial: 'DRAFT',
  states: DistributionStatus.options,
  actions: {
    edit: { from: ['DRAFT', 'OBJECTED'], to: 'DRAFT', permission: 'distribution.write' },
    notice: { from: ['DRAFT'], to: 'NOTICED', permission: 'distribution.write' },
    object: { from: ['NOTICED'], to: 'OBJECTED', permission: 'distribution.object' },
    answer: { from: ['OBJECTED'], to: 'NOTICED', permission: 'distribution.write' },
    agree: { from: ['NOTICED'], to: 'AGREED', permission: 'distribution.write' },
    pay: { from: ['AGREED'], to: 'PAID', permission: 'distribution.write' },
    cancel: { from: ['DRAFT', 'NOTICED', 'OBJECTED', 'AGREED'], to: 'CANCELLED', permission: 'distribution.write' },
  },
};

/** 现金奖励的个税 (财税〔2018〕58号), salary of bonus, or shares. */
export const distributionDraft = z
  .object({
    contractId: z.uuid(),
    /** 集体决策: the meeting that decided it (河南省条例 Art 44 asks it for heads of units). */
    decidedBy: z.string().trim().min(2).max(100),
    decidedOn: z.iso.date().meta({ scalar: 'String' }),
    includesHead: z.boolean(),
    reward: rewardInput,
  })
  .superRefine((d, ctx) => {
    const names = d.reward.completers.map((c) => c.name);
    if (new Set(names).size < names.length) ctx.addIssue({ code: 'custom', path: ['reward', 'completers'], ...rule('same_name') });
    // Unit heads get cash, in principle no shares (河南省条例 Art 44).
    if (d.includesHead && d.reward.mode === 'EQUITY') ctx.addIssue({ code: 'custom', path: ['includesHead'], ...rule('head_equity') });
  })
  .meta({ id: 'DistributionInput' });
export type DistributionDraft = z.output<typeof distributionDraft>;
export type { RewardInput };

/** The last day of the notice inside the unit: the working days of AWARD_CONDITIONS on the day it begins (国科发政〔2018〕103号, P). */
export function awardNoticeEnd(begins: string, book: RuleBook): string {
  const conditions = book.on('AWARD_CONDITIONS', begins);
  if (!conditions) throw new Error(`no rule AWARD_CONDITIONS on ${begins}`);
  return addWorkingDays(begins, conditions.value.noticeWorkingDays);
}
export const noticeIsOver = (lastDay: string, now: Date): boolean => shanghaiDay(now) > lastDay;

export const sharePayment = z
  .object({ id: z.uuid(), version: z.number().int(), names: z.array(z.string().min(1).max(40)).min(1).max(60), paidOn: z.iso.date().meta({ scalar: 'String' }), voucherNo: z.string().trim().min(1).max(60) })
  .meta({ id: 'SharePaymentInput' });
export type SharePayment = z.output<typeof sharePayment>;
export const distributionReason = z.object({ id: z.uuid(), version: z.number().int(), reason: z.string().trim().min(5).max(1000) }).meta({ id: 'DistributionReasonInput' });

/** 赋权: a part of the ownership, or the use for at least ten years (国科发区〔2020〕128号, P; 郑洛新条例 Art 27). */
export const GrantKind = z.enum(['OWNERSHIP', 'LONG_TERM_USE']).meta({ id: 'GrantKind' });
export type GrantKind = z.infer<typeof GrantKind>;
export const rightsGrant = z
  .object({
    achievementId: z.uuid(),
    kind: GrantKind,
    holders: z.array(z.string().trim().min(2).max(40)).min(1).max(20),
    shareBp: z.number().int().min(1).max(10_000).nullish(),
    years: z.number().int().min(10).max(50).nullish(),
    agreedOn: z.iso.date().meta({ scalar: 'String' }),
    note: z.string().trim().max(500).nullish(),
  })
  .superRefine((g, ctx) => {
    if (g.kind === 'OWNERSHIP' && !g.shareBp) ctx.addIssue({ code: 'custom', path: ['shareBp'], ...rule('grant_share') });
    if (g.kind === 'LONG_TERM_USE' && !g.years) ctx.addIssue({ code: 'custom', path: ['years'], ...rule('grant_years') });
  })
  .meta({ id: 'RightsGrantInput' });
export const grantImplementation = z.object({ id: z.uuid(), version: z.number().int(), day: z.iso.date().meta({ scalar: 'String' }) }).meta({ id: 'GrantImplementationInput' });
export type RightsGrantEntry = z.output<typeof rightsGrant>;
