import { bandOf, calibration, leastCosineFor, probabilityOf, shippedModel, type Band, type MatchModel } from './calibration.js';
import { achievementFields, demandFields, type AchievementDocument, type DemandDocument } from './documents.js';
import { explainPair, type Explanation } from './explain.js';
import { emptyStatistics, InvertedIndex, type DocumentVector } from './inverted-index.js';
import { keyTermsOf } from './key-terms.js';
import { raisesOf, type Lacking, type Raises } from './raise.js';
import { sharedTerms, type SharedTerm } from './shared-terms.js';
import { countTerms } from './terms.js';
import { TopK, type Hit } from './top-k.js';

/** A document of the other side, found for one of this side, before anybody asks why. */
export interface Found {
  readonly id: string;
  /** The weighted mean of the word and the bigram cosine, 0 … 1. */
  readonly score: number;
  /** The calibrated chance that an expert would grade the pair ≥ 3, 0 … 1. */
  readonly probability: number;
  readonly band: Band;
}

/** The same with its reasons. */
export interface Match extends Found {
  /** What both sides hold, largest share first; the shares sum to the score. */
  readonly shared: readonly SharedTerm[];
}

/** A hard constraint on the found document: state, region, price ceiling, maturity, secrecy. Asked after scoring. */
export type Accept = (id: string) => boolean;

/** A pair that stands in the list of its demand, of its achievement, or of both. */
export interface ListedPair extends Found {
  readonly demandId: string;
  readonly inDemandList: boolean;
  readonly inAchievementList: boolean;
}

interface Side {
  readonly index: InvertedIndex;
  readonly owners: Map<string, string>;
}

/**
 * Matches demands with achievements, in memory. Both sides share one set of term frequencies, so a pair has one score
 * whichever side asks. An owner's own documents are never matched with each other.
 */
export class MatchEngine {
  /** @param model the coefficients that scores are turned into probabilities by; another one may take its place at any time */
  constructor(public model: MatchModel = shippedModel) {}

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

  /** The same lists without the shared terms, for whoever needs the order only: naming the terms costs more than finding the list. */
  best(side: 'DEMAND' | 'ACHIEVEMENT', id: string, limit: number, accept?: Accept): Found[] {
    return side === 'DEMAND'
      ? this.found(this.demands, id, this.achievements, limit, accept)
      : this.found(this.achievements, id, this.demands, limit, accept);
  }

  /**
   * The lists of all items of both sides in one pass over the demands, since a pair has one score: every pair worth showing that is
   * among the `limit` best of either side, one demand's pairs at a time. A generator that yields before each demand, so that a server
   * can do something else in between.
   */
  *listAll(limit: number): Generator<undefined, Map<string, ListedPair[]>> {
    const least = leastCosineFor(calibration.worthALookFrom, this.model);
    const ofDemands = new Map<string, TopK>();
    const ofAchievements = new Map<string, TopK>();
    for (const demandId of this.demands.index.documentIds) {
      yield;
      const query = this.demands.index.vectorOf(demandId);
      if (query === undefined) continue;
      const owner = this.demands.owners.get(demandId);
      const own = new TopK(limit);
      ofDemands.set(demandId, own);
      this.achievements.index.forEachFrom(least, query, (id, score) => {
        if (owner !== undefined && this.achievements.owners.get(id) === owner) return;
        own.push({ id, score });
        const theirs = ofAchievements.get(id) ?? new TopK(limit);
        ofAchievements.set(id, theirs);
        theirs.push({ id: demandId, score });
      });
    }
    return pairsOf(ofDemands, ofAchievements, (hit) => calibrated(hit, this.model));
  }

  /** One pair as a list would show it; undefined when one of them is not here or both have one owner. */
  pair(demandId: string, achievementId: string): Found | undefined {
    const owner = this.demands.owners.get(demandId);
    if (owner !== undefined && owner === this.achievements.owners.get(achievementId)) return undefined;
    const query = this.demands.index.vectorOf(demandId);
    const score = query && this.achievements.index.scoreOf(query, achievementId);
    return score === undefined ? undefined : calibrated({ id: achievementId, score }, this.model);
  }

  /** What these two share, largest share first, summing to their score; empty when one of them is not here. */
  sharedOf(demandId: string, achievementId: string): SharedTerm[] {
    return this.shared(this.demands.index.vectorOf(demandId), this.achievements.index.vectorOf(achievementId));
  }

  /** Why these two are (or are not) matched. Both texts as they are indexed give exactly the score of the list. */
  explain(demand: DemandDocument, achievement: AchievementDocument): Explanation {
    return explainPair(this.statistics, demand, achievement, this.model);
  }

  /** What each side could say to make this pair more likely, recomputed with the present frequencies. */
  raises(demand: DemandDocument, achievement: AchievementDocument, lacking: Lacking): Raises {
    return raisesOf(this.statistics, demand, achievement, lacking, this.model);
  }

  /** The words that weigh most in an achievement, heaviest first. */
  keyTermsOfAchievement(achievement: AchievementDocument): string[] {
    const counts = countTerms(achievementFields(achievement)).words;
    return keyTermsOf(this.statistics.words, counts, { words: new Map(), texts: [] }).map(({ text }) => text);
  }

  private matches(from: Side, id: string, to: Side, limit: number, accept?: Accept): Match[] {
    const query = from.index.vectorOf(id);
    return this.found(from, id, to, limit, accept).map((found) => ({ ...found, shared: this.shared(query, to.index.vectorOf(found.id)) }));
  }

  private found(from: Side, id: string, to: Side, limit: number, accept?: Accept): Found[] {
    const query = from.index.vectorOf(id);
    if (query === undefined) return [];
    const owner = from.owners.get(id);
    const allowed: Accept = (found) => (owner === undefined || to.owners.get(found) !== owner) && (accept === undefined || accept(found));
    return to.index.search(query, limit, allowed).map((hit) => calibrated(hit, this.model));
  }

  private shared(a: DocumentVector | undefined, b: DocumentVector | undefined): SharedTerm[] {
    return a === undefined || b === undefined ? [] : sharedTerms(this.statistics, a, b);
  }
}

function calibrated({ id, score }: Hit, model: MatchModel): Found {
  const probability = probabilityOf(score, model);
  return { id, score, probability, band: bandOf(probability) };
}

/** Both sides' lists as pairs: by demand, each with the achievements of its list or in whose lists it stands. */
function pairsOf(
  ofDemands: ReadonlyMap<string, TopK>,
  ofAchievements: ReadonlyMap<string, TopK>,
  foundOf: (hit: Hit) => Found,
): Map<string, ListedPair[]> {
  const pairs = new Map<string, ListedPair[]>();
  for (const [id, top] of ofAchievements) {
    for (const { id: demandId, score } of top.result()) {
      const pair = { ...foundOf({ id, score }), demandId, inDemandList: false, inAchievementList: true };
      if (pair.band !== 'NONE') pairs.set(demandId, [...(pairs.get(demandId) ?? []), pair]);
    }
  }
  for (const [demandId, top] of ofDemands) {
    const listed = new Set(top.result().map(({ id }) => id));
    const marked = (pairs.get(demandId) ?? []).map((pair) => ({ ...pair, inDemandList: listed.delete(pair.id) }));
    for (const hit of top.result()) {
      const found = foundOf(hit);
      if (listed.has(hit.id) && found.band !== 'NONE') marked.push({ ...found, demandId, inDemandList: true, inAchievementList: false });
    }
    pairs.set(demandId, marked);
  }
  return pairs;
}

function setOwner(side: Side, document: DemandDocument | AchievementDocument): void {
  if (document.ownerId === undefined || document.ownerId === null) side.owners.delete(document.id);
  else side.owners.set(document.id, document.ownerId);
}
