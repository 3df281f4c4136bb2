import { calibration, leastCosineFor, shippedModel, type Band, type MatchModel } from './calibration.js';
import { achievementFields, demandFields, type AchievementDocument, type DemandDocument } from './documents.js';
import { explainPair, type Explanation } from './explain.js';
import { emptyStatistics, InvertedIndex, type DocumentVector, type Statistics } from './inverted-index.js';
import { heaviestOf, keyTermsOf } from './key-terms.js';
import { raisesOf, type Lacking, type Raises } from './raise.js';
import { sharedTerms, type SharedTerm } from './shared-terms.js';
import { chanceOf, leastCosineAsked, similarityOf, weigh, type TextVector, type Weighed } from './similarity.js';
import { countTerms } from './terms.js';
import { TopK, type Hit } from './top-k.js';

/** A document of the other side, found for one of this side, before anybody asks why. */
export interface Found {
  readonly id: string;
  /** The weighted mean of the word and the bigram cosine, 0 … 1. */
  readonly score: number;
  /** What an embedder says of the two texts, −1 … 1; null where it says nothing or the model does not weigh it. */
  readonly similarity: number | null;
  /** What the list is ordered by: the score, unless there is a similarity. */
  readonly strength: number;
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
  readonly vectors: Map<string, TextVector>;
}

const emptySide = (statistics: Statistics): Side => ({ index: new InvertedIndex(statistics), owners: new Map(), vectors: new Map() });

/**
 * Matches demands with achievements, in memory. Both sides share one set of term frequencies, so a pair has one score
 * whichever side asks. An owner's own documents are never matched with each other.
 */
export class MatchEngine {
  /** @param model the coefficients that scores are turned into probabilities by; another one may take its place at any time */
  constructor(public model: MatchModel = shippedModel) {}

  private readonly statistics = emptyStatistics();
  private readonly demands = emptySide(this.statistics);
  private readonly achievements = emptySide(this.statistics);

  get demandCount(): number {
    return this.demands.index.size;
  }

  get achievementCount(): number {
    return this.achievements.index.size;
  }

  upsertDemand(demand: DemandDocument): void {
    this.demands.index.replace({ id: demand.id, fields: demandFields(demand) });
    setOwner(this.demands, demand);
    this.demands.vectors.delete(demand.id);
  }

  upsertAchievement(achievement: AchievementDocument): void {
    this.achievements.index.replace({ id: achievement.id, fields: achievementFields(achievement) });
    setOwner(this.achievements, achievement);
    this.achievements.vectors.delete(achievement.id);
  }

  /** What an embedder says of a text that is here. It counts as soon as the model weighs it, and is forgotten with the text. */
  setVector(side: 'DEMAND' | 'ACHIEVEMENT', id: string, vector: TextVector): void {
    const { index, vectors } = side === 'DEMAND' ? this.demands : this.achievements;
    if (index.has(id)) vectors.set(id, vector);
  }

  /** Those of another embedder mean something else. */
  forgetVectors(): void {
    this.demands.vectors.clear();
    this.achievements.vectors.clear();
  }

  /** Returns whether it was there. */
  removeDemand(id: string): boolean {
    this.demands.owners.delete(id);
    this.demands.vectors.delete(id);
    return this.demands.index.remove(id);
  }

  /** Returns whether it was there. */
  removeAchievement(id: string): boolean {
    this.achievements.owners.delete(id);
    this.achievements.vectors.delete(id);
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

  /** The best of these candidates of the other side, by the same arithmetic as `best` and without its posting lists. */
  bestOf(side: 'DEMAND' | 'ACHIEVEMENT', id: string, candidates: readonly string[], limit: number): Found[] {
    const [from, to] = side === 'DEMAND' ? [this.demands, this.achievements] : [this.achievements, this.demands];
    const query = from.index.vectorOf(id);
    if (query === undefined) return [];
    const [owner, own] = [from.owners.get(id), from.vectors.get(id)];
    const best = new TopK<Weighed>(limit);
    for (const { id: other, score } of to.index.scoresOf(query, candidates)) {
      if (owner === undefined || to.owners.get(other) !== owner) best.push(weigh(other, score, () => similarityOf(own, to.vectors.get(other)), this.model));
    }
    return best.result().map((hit) => foundOf(hit, this.model));
  }

  /** The words that say most of an indexed text, heaviest first. */
  heaviestWords(side: 'DEMAND' | 'ACHIEVEMENT', id: string, count: number): { text: string; weight: number }[] {
    const vector = (side === 'DEMAND' ? this.demands : this.achievements).index.vectorOf(id)?.words;
    return vector ? heaviestOf(this.statistics.words, vector, count) : [];
  }

  /** Lets the posting lists go, which only searches and passes over everything need. */
  releasePostings(): void {
    this.demands.index.releasePostings();
    this.achievements.index.releasePostings();
  }

  /**
   * The lists of all items of both sides in one pass over the demands, since a pair has one score: every pair worth showing that is
   * among the `limit` best of either side, in no order. A generator that yields before each demand, so that a server can do something
   * else in between.
   */
  *listAll(limit: number): Generator<undefined, IterableIterator<ListedPair>> {
    const least = Math.min(leastCosineFor(calibration.worthALookFrom, this.model), leastCosineAsked(this.model));
    const ofDemands = new Map<string, TopK<Weighed>>();
    const ofAchievements = new Map<string, TopK<Weighed>>();
    for (const demandId of this.demands.index.documentIds) {
      yield;
      const query = this.demands.index.vectorOf(demandId);
      if (query === undefined) continue;
      const owner = this.demands.owners.get(demandId);
      const own = new TopK<Weighed>(limit);
      ofDemands.set(demandId, own);
      this.achievements.index.forEachFrom(least, query, (id, cosine) => {
        if (owner !== undefined && this.achievements.owners.get(id) === owner) return;
        const hit = weigh(id, cosine, () => this.similarity(demandId, id), this.model);
        own.push(hit);
        const theirs = ofAchievements.get(id) ?? new TopK<Weighed>(limit);
        ofAchievements.set(id, theirs);
        theirs.push({ ...hit, id: demandId });
      });
    }
    return pairsOf(ofDemands, ofAchievements, (hit) => foundOf(hit, this.model));
  }

  /** One pair as a list would show it; undefined when one of them is not here or both have one owner. */
  pair(demandId: string, achievementId: string): Found | undefined {
    const owner = this.demands.owners.get(demandId);
    if (owner !== undefined && owner === this.achievements.owners.get(achievementId)) return undefined;
    const query = this.demands.index.vectorOf(demandId);
    const cosine = query && this.achievements.index.scoreOf(query, achievementId);
    return cosine === undefined ? undefined : foundOf(weigh(achievementId, cosine, () => this.similarity(demandId, achievementId), this.model), this.model);
  }

  /** What these two share, largest share first, summing to their score; empty when one of them is not here. */
  sharedOf(demandId: string, achievementId: string): SharedTerm[] {
    return this.shared(this.demands.index.vectorOf(demandId), this.achievements.index.vectorOf(achievementId));
  }

  /** Why these two are (or are not) matched. Both texts as they are indexed give exactly the score of the list. */
  explain(demand: DemandDocument, achievement: AchievementDocument): Explanation {
    return explainPair(this.statistics, demand, achievement, this.model, this.similarity(demand.id, achievement.id));
  }

  /** What each side could say to make this pair more likely, recomputed with the present frequencies. */
  raises(demand: DemandDocument, achievement: AchievementDocument, lacking: Lacking): Raises {
    return raisesOf(this.statistics, demand, achievement, lacking, this.model, this.similarity(demand.id, achievement.id));
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
    const hits = to.index.search(query, limit, allowed);
    const weighed = from.vectors.has(id) && this.model.withSimilarity ? this.reranked(hits, query, limit, id, { from, to, allowed }) : hits.map(byWords);
    return weighed.map((hit) => foundOf(hit, this.model));
  }

  /** The list by words, and whatever else is similar enough in words to be asked for its similarity, in the order of both. */
  private reranked(hits: readonly Hit[], query: DocumentVector, limit: number, id: string, { from, to, allowed }: { from: Side; to: Side; allowed: Accept }): Weighed[] {
    const cosines = new Map(hits.map((hit) => [hit.id, hit.score]));
    to.index.forEachFrom(leastCosineAsked(this.model), query, (other, cosine) => {
      if (allowed(other)) cosines.set(other, cosine);
    });
    const best = new TopK<Weighed>(limit);
    const own = from.vectors.get(id);
    for (const [other, cosine] of cosines) best.push(weigh(other, cosine, () => similarityOf(own, to.vectors.get(other)), this.model));
    return best.result();
  }

  private similarity(demandId: string, achievementId: string): number | null {
    return similarityOf(this.demands.vectors.get(demandId), this.achievements.vectors.get(achievementId));
  }

  private shared(a: DocumentVector | undefined, b: DocumentVector | undefined): SharedTerm[] {
    return a === undefined || b === undefined ? [] : sharedTerms(this.statistics, a, b);
  }
}

const byWords = ({ id, score }: Hit): Weighed => ({ id, score, cosine: score, similarity: null });

function foundOf(hit: Weighed, model: MatchModel): Found {
  return { id: hit.id, score: hit.cosine, similarity: hit.similarity, strength: hit.score, ...chanceOf(hit, model) };
}

/** Both sides' lists as pairs, each once, made as they are asked for: all at once they would take as much memory again as the lists. */
function* pairsOf(
  ofDemands: ReadonlyMap<string, TopK<Weighed>>,
  ofAchievements: ReadonlyMap<string, TopK<Weighed>>,
  found: (hit: Weighed) => Found,
): Generator<ListedPair, undefined> {
  for (const [id, top] of ofAchievements) {
    for (const { id: demandId, ...hit } of top.result()) {
      const pair = found({ ...hit, id });
      if (pair.band !== 'NONE') yield { ...pair, demandId, inDemandList: ofDemands.get(demandId)?.holds({ ...hit, id }) ?? false, inAchievementList: true };
    }
  }
  for (const [demandId, top] of ofDemands) {
    for (const hit of top.result()) {
      // What stands in both lists was told above.
      if (ofAchievements.get(hit.id)?.holds({ ...hit, id: demandId })) continue;
      const pair = found(hit);
      if (pair.band !== 'NONE') yield { ...pair, demandId, inDemandList: true, inAchievementList: false };
    }
  }
}

function setOwner(side: Side, document: DemandDocument | AchievementDocument): void {
  if (document.ownerId === undefined || document.ownerId === null) side.owners.delete(document.id);
  else side.owners.set(document.id, document.ownerId);
}
