import { bandOf, probabilityOf, type Band } from './calibration.js';
import { achievementFields, demandFields, type AchievementDocument, type DemandDocument } from './documents.js';
import { explainPair, type Explanation } from './explain.js';
import { emptyStatistics, InvertedIndex, type DocumentVector } from './inverted-index.js';
import { sharedTerms, type SharedTerm } from './shared-terms.js';

/** A document of the other side, found for one of this side. */
export interface Match {
  readonly id: string;
  /** The mean of the word and the bigram cosine, 0 … 1. */
  readonly score: number;
  /** The calibrated chance that an expert would grade the pair ≥ 3, 0 … 1. */
  readonly probability: number;
  readonly band: Band;
  /** What both sides hold, largest share first; the shares sum to the score. */
  readonly shared: readonly SharedTerm[];
}

/** A hard constraint on the found document: state, region, price ceiling, maturity, secrecy. Asked after scoring. */
export type Accept = (id: string) => boolean;

interface Side {
  readonly index: InvertedIndex;
  readonly owners: Map<string, string>;
}

/**
 * Matches demands with achievements, in memory. Both sides share one set of term frequencies, so a pair has one score
 * whichever side asks. An owner's own documents are never matched with each other.
 */
export class MatchEngine {
  private readonly statistics = emptyStatistics();
  private readonly demands: Side = { index: new InvertedIndex(this.statistics), owners: new Map() };
  private readonly achievements: Side = { index: new InvertedIndex(this.statistics), owners: new Map() };

  get demandCount(): number {
    return this.demands.index.size;
  }

  get achievementCount(): number {
    return this.achievements.index.size;
  }

  upsertDemand(demand: DemandDocument): void {
    this.demands.index.replace({ id: demand.id, fields: demandFields(demand) });
    setOwner(this.demands, demand);
  }

  upsertAchievement(achievement: AchievementDocument): void {
    this.achievements.index.replace({ id: achievement.id, fields: achievementFields(achievement) });
    setOwner(this.achievements, achievement);
  }

  /** Returns whether it was there. */
  removeDemand(id: string): boolean {
    this.demands.owners.delete(id);
    return this.demands.index.remove(id);
  }

  /** Returns whether it was there. */
  removeAchievement(id: string): boolean {
    this.achievements.owners.delete(id);
    return this.achievements.index.remove(id);
  }

  /** The best achievements for a demand, best first, equal scores by id; empty when the demand is not (any more) here. */
  achievementsFor(demandId: string, limit: number, accept?: Accept): Match[] {
    return this.matches(this.demands, demandId, this.achievements, limit, accept);
  }

  /** The best demands for an achievement, best first, equal scores by id; empty when the achievement is not here. */
  demandsFor(achievementId: string, limit: number, accept?: Accept): Match[] {
    return this.matches(this.achievements, achievementId, this.demands, limit, accept);
  }

  /** Why these two are (or are not) matched. Both texts as they are indexed give exactly the score of the list. */
  explain(demand: DemandDocument, achievement: AchievementDocument): Explanation {
    return explainPair(this.statistics, demand, achievement);
  }

  private matches(from: Side, id: string, to: Side, limit: number, accept?: Accept): Match[] {
    const query = from.index.vectorOf(id);
    if (query === undefined) return [];
    const owner = from.owners.get(id);
    const allowed: Accept = (found) => (owner === undefined || to.owners.get(found) !== owner) && (accept === undefined || accept(found));
    return to.index.search(query, limit, allowed).map(({ id: found, score }) => {
      const probability = probabilityOf(score);
      const shared = this.shared(query, to.index.vectorOf(found));
      return { id: found, score, probability, band: bandOf(probability), shared };
    });
  }

  private shared(a: DocumentVector, b: DocumentVector | undefined): SharedTerm[] {
    return b === undefined ? [] : sharedTerms(this.statistics, a, b);
  }
}

function setOwner(side: Side, document: DemandDocument | AchievementDocument): void {
  if (document.ownerId === undefined || document.ownerId === null) side.owners.delete(document.id);
  else side.owners.set(document.id, document.ownerId);
}
