import { z } from 'zod';
import { DeclineReason } from '../introductions/rules.js';
import { rule } from '../issues.js';

/** What a reader says of a match: it fits, or it does not. Both are labels that new coefficients are fitted on. */
export const MatchVerdict = z.enum(['FITS', 'DECLINED']).meta({ id: 'MatchVerdict' });
export type MatchVerdict = z.infer<typeof MatchVerdict>;

export const FitReason = z.enum(['SOLVES_PROBLEM', 'RELATED_EXPERTISE', 'PROVEN_IN_USE', 'TERMS_SUIT', 'OTHER']).meta({ id: 'FitReason' });
export type FitReason = z.infer<typeof FitReason>;

/** One's own judgement of a pair; "other" says which. */
export const matchJudgement = z
  .object({
    demandId: z.uuid(),
    achievementId: z.uuid(),
    verdict: MatchVerdict,
    declineReason: DeclineReason.nullish(),
    fitReason: FitReason.nullish(),
    note: z.string().trim().max(500).nullish(),
  })
  .superRefine((judgement, ctx) => {
    const declines = judgement.verdict === 'DECLINED';
    const reason = declines ? judgement.declineReason : judgement.fitReason;
    if (!reason) ctx.addIssue({ code: 'custom', path: [declines ? 'declineReason' : 'fitReason'], ...rule('required') });
    if (reason === 'OTHER' && !judgement.note) ctx.addIssue({ code: 'custom', path: ['note'], ...rule('required') });
  })
  .meta({ id: 'MatchJudgementInput' });

/** From so many organisations on an owner reads why others declined his item: fewer would tell who said it (domain.md C6). */
export const leastForReasons = 5;

/** A match that left a list, and why. */
export const MatchLoss = z.enum(['TAKEN', 'CLOSED', 'WITHDRAWN', 'OUTRANKED']).meta({ id: 'MatchLoss' });
export type MatchLoss = z.infer<typeof MatchLoss>;
