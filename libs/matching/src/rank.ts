import { probabilityOf } from './calibration.js';
import { achievementFields, demandFields, type AchievementDocument, type DemandDocument } from './documents.js';
import { InvertedIndex, emptyStatistics } from './inverted-index.js';

/** One demand's line of the file that bench/evaluate-matching.mjs reads: every achievement, best first. */
export interface Ranking {
  readonly demandId: string;
  /** `score` is the calibrated probability, 0 … 1. */
  readonly ranked: readonly { readonly achievementId: string; readonly score: number }[];
}

/**
 * Ranks all achievements for every demand as MatchEngine does, those without a common term last and by id. A generator,
 * because all lists together are large. Owners are not looked at: an evaluation judges every pair.
 */
export function* rankAll(demands: readonly DemandDocument[], achievements: readonly AchievementDocument[]): Generator<Ranking> {
  const statistics = emptyStatistics();
  const found = new InvertedIndex(statistics);
  const asking = new InvertedIndex(statistics);
  for (const achievement of achievements) found.add({ id: achievement.id, fields: achievementFields(achievement) });
  for (const demand of demands) asking.add({ id: demand.id, fields: demandFields(demand) });
  const byId = achievements.map(({ id }) => id).sort();
  for (const { id: demandId } of demands) {
    const query = asking.vectorOf(demandId);
    const hits = query === undefined ? [] : found.search(query, byId.length);
    const hitIds = new Set(hits.map(({ id }) => id));
    const rest = byId.filter((id) => !hitIds.has(id)).map((id) => ({ id, score: 0 }));
    const ranked = [...hits, ...rest].map(({ id, score }) => ({ achievementId: id, score: probabilityOf(score) }));
    yield { demandId, ranked };
  }
}
