import type { MatchBand } from '@jihui/domain';
import { probabilityOf, type Found, type MatchModel } from '@jihui/matching';
import type { SharedText } from './match.entity.js';

/** A pair with its reasons. */
export type Pair = {
  demandId: string;
  achievementId: string;
  score: number;
  cosine: number;
  strength: number;
  similarity: number | null;
  wordsScore: number | null;
  band: MatchBand;
  shared: SharedText[];
  covered: string[];
  missing: string[];
  modelVersion: string;
};

/** A pair without its reasons. */
export type ListedPair = Pick<Pair, 'demandId' | 'achievementId' | 'score' | 'cosine' | 'strength' | 'similarity' | 'wordsScore' | 'band'>;
/** The same with the lists that it stands in. */
export type ScoredPair = ListedPair & { inDemandList: boolean; inAchievementList: boolean };

/** What is stored of a pair as the engine has found it. */
export function figuresOf({ probability, score, strength, similarity }: Found, model: MatchModel): Omit<ListedPair, 'demandId' | 'achievementId' | 'band'> {
  return { score: probability, cosine: score, strength, similarity, wordsScore: similarity === null ? null : probabilityOf(score, model) };
}
