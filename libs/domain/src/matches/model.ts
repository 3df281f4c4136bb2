import { z } from 'zod';
import type { DeclineReason } from '../introductions/rules.js';
import type { Machine } from '../machine.js';
import type { FitReason } from './feedback.js';

export const MatchModelStatus = z.enum(['CANDIDATE', 'RECOMMENDED', 'IN_USE', 'RETIRED', 'DROPPED']).meta({ id: 'MatchModelStatus' });
export type MatchModelStatus = z.infer<typeof MatchModelStatus>;
export const MatchModelAction = z.enum(['recommend', 'approve', 'drop']).meta({ id: 'MatchModelAction' });
export type MatchModelAction = z.infer<typeof MatchModelAction>;

/**
 * Coefficients of the matcher: fitted by `npm run match:train`, recommended by one operator, approved by another. What was in use is
 * retired by that, and can be recommended again: the way back is the way there.
 */
export const matchModelMachine: Machine<MatchModelStatus, MatchModelAction> = {
  name: 'matchModel',
  initial: 'CANDIDATE',
  states: MatchModelStatus.options,
  actions: {
    recommend: { from: ['CANDIDATE', 'RETIRED'], to: 'RECOMMENDED', permission: 'matchModel.recommend' },
    approve: { from: ['RECOMMENDED'], to: 'IN_USE', permission: 'matchModel.approve' },
    drop: { from: ['CANDIDATE', 'RECOMMENDED'], to: 'DROPPED', permission: 'matchModel.recommend' },
  },
};

const Share = z.number().min(0).max(1);
const Interval = z.object({ mean: z.number(), low: z.number(), high: z.number() });
/** Held-out figures of one model, cross-validated by demand title. */
const Figures = z.object({
  ndcg10: Interval,
  logLoss: z.number().min(0),
  calibrationError: Share,
  strongPairs: z.number().int().min(0),
  strongShare: Share,
});

/** Coefficients of a second feature, the similarity of an embedder's vectors, and what it brought on held-out demands beside the cosine alone. */
export const SimilarityProposal = z.object({
  embedder: z.string().max(120),
  intercept: z.number().min(-40).max(40),
  slope: z.number().gt(0).max(100),
  similarity: z.number().min(-100).max(100),
  report: z.object({
    pairs: z.number().int().min(1),
    demands: z.number().int().min(1),
    /** Differences to the cosine alone, by demand. */
    ndcg10: Interval,
    recall10: Interval,
    recall50: Interval,
    logLoss: Interval,
  }),
});
export type SimilarityProposal = z.output<typeof SimilarityProposal>;

/** What `match:train` writes: the coefficients, what they were fitted on, and what they are worth beside those in use. */
export const matchModelProposal = z
  .object({
    name: z.string().regex(/^[a-z0-9][a-z0-9.-]{2,39}$/),
    intercept: z.number().min(-20).max(20),
    slope: z.number().gt(0).max(100),
    ceiling: Share.gt(0.3),
    withSimilarity: SimilarityProposal.nullish(),
    report: z.object({
      sharedPairs: z.number().int().min(0),
      marketPairs: z.number().int().min(0),
      demands: z.number().int().min(1),
      validation: z.string().max(200),
      candidate: Figures,
      inUse: Figures,
      inUseName: z.string().max(40),
      logLossGain: Interval,
      /** On the market's own labels, which neither model has seen; else on shared ones, which favour the model in use if it was fitted on them. */
      comparedOnMarket: z.boolean(),
    }),
  })
  .meta({ id: 'MatchModelProposal' });
export type MatchModelProposal = z.output<typeof matchModelProposal>;

/** How far apart the two are in words, as an expert would grade 1–4; null where the reason says nothing about that (a price, no hands free). */
export function gradeOf(said: { declineReason: DeclineReason | null; fitReason: FitReason | null }): 1 | 2 | 3 | 4 | null {
  const { declineReason, fitReason } = said;
  if (fitReason) return fitReason === 'SOLVES_PROBLEM' || fitReason === 'PROVEN_IN_USE' ? 4 : 3;
  if (declineReason === 'NOT_RELEVANT') return 1;
  return declineReason === 'INDICATORS_NOT_MET' || declineReason === 'BENEFIT_UNCLEAR' ? 2 : null;
}
