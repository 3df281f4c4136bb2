import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { matchListSize, partnersOf, type MatchSide } from '@jihui/domain';
import {
  achievementFields,
  demandFields,
  fold,
  MatchEngine,
  Synonyms,
  type DemandDocument,
  type Found,
  type ListedPair as EnginePair,
  type NamedField,
} from '@jihui/matching';
import { Achievement } from '../achievements/achievement.entity.js';
import { Demand } from '../demands/demand.entity.js';
import { Dictionary } from '../dictionary/dictionary.service.js';
import { allVectors, vectorsOf, type KnownVector } from '../embedder/vectors.js';
import { askedWords, Candidates, type CandidateSource } from './candidates.service.js';
import { documentOfAchievement, documentOfDemand } from './documents.js';
import { IndexedSide } from './indexed-side.js';
import { asWritten, joinOverlapping, type WrittenTerm } from './key-terms.js';
import { modelInUse } from './match-models.service.js';
import type { MatchRaise } from './match-hint.entity.js';
import { figuresOf, type ListedPair, type Pair, type ScoredPair } from './match-pairs.js';
import { sharedTexts } from './shared-strings.js';

const firstGuess = 64;
/** From so many items on, asking all for their versions costs less. */
const manyTouched = 5000;
/** After so many milliseconds of matching everything, others do something. */
const breath = 20;
const hasHan = /\p{Script=Han}/u;

/** All published texts in memory, and the lists that follow from them. Derived: `synchronise` before each use makes it right in any process. */
@Injectable()
export class MatchIndex {
  private readonly engine = new MatchEngine();
  private readonly documents = new Map<string, DemandDocument>();
  private readonly keyTerms = new Map<string, readonly WrittenTerm[]>();
  private synonyms = new Synonyms(new Map());
  private edition = 0;
  private turn = '0';
  private isComplete = false;
  private embedder: string | null = null;
  private reading: Promise<void> = Promise.resolve();

  constructor(
    private readonly dictionary: Dictionary,
    private readonly candidates: Candidates,
  ) {}

  readonly demands = new IndexedSide(
    Demand,
    (row) => {
      const document = documentOfDemand(row, this.synonyms);
      this.engine.upsertDemand(document);
      this.documents.set(row.id, document);
      this.keyTerms.delete(row.id);
      return demandFields(document);
    },
    (id) => {
      this.engine.removeDemand(id);
      this.documents.delete(id);
      this.keyTerms.delete(id);
    },
  );
  readonly achievements = new IndexedSide(
    Achievement,
    (row) => {
      const document = documentOfAchievement(row, this.synonyms);
      this.engine.upsertAchievement(document);
      return achievementFields(document);
    },
    (id) => void this.engine.removeAchievement(id),
  );

  /** Of the coefficients that it counts with. */
  get modelVersion(): string {
    return this.engine.model.version;
  }

  side(side: MatchSide): IndexedSide<Demand> | IndexedSide<Achievement> {
    return side === 'DEMAND' ? this.demands : this.achievements;
  }

  /** Reads everything when the process starts, in no transaction: what changes meanwhile, `follow` learns from the turns since. */
  async warm(em: EntityManager, tell: (done: number, total: number) => Promise<void>): Promise<void> {
    if (!this.isComplete) await this.oneAtATime(() => (this.isComplete ? Promise.resolve() : this.readAll(em, tell)));
  }

  /** Reads what is published and differs from what is known here, whoever changed it. Only under the lock of the matchers, as `follow`. */
  async synchronise(em: EntityManager): Promise<void> {
    await this.oneAtATime(() => this.readAll(em));
  }

  private async readAll(em: EntityManager, tell: (done: number, total: number) => Promise<void> = async () => undefined): Promise<void> {
    await this.lookUp(em);
    this.turn = await latestTurn(em);
    await this.demands.synchronise(em, (done, total) => tell(done, total + 1));
    const demands = this.demands.size;
    await this.achievements.synchronise(em, (done, total) => tell(demands + done, demands + total));
    if (this.embedder) for await (const vectors of allVectors(em, this.embedder)) this.keep(vectors);
    this.isComplete = true;
    await tell(demands + this.achievements.size, demands + this.achievements.size);
  }

  private oneAtATime(work: () => Promise<void>): Promise<void> {
    this.reading = this.reading.then(work, work);
    return this.reading;
  }

  /** Reads these items again, and those that other matchers have looked at since; everything where that is not known. */
  async follow(em: EntityManager, ids: readonly string[]): Promise<void> {
    const turns: { id: string; itemIds: string[] | null }[] = await em.query('select id, "itemIds" from match_turn where id > $1 order by id', [this.turn]);
    if (!this.isComplete || (await this.lookUp(em)) || turns.some((t) => t.itemIds === null)) return this.synchronise(em);
    const touched = [...new Set([...ids, ...turns.flatMap((t) => t.itemIds ?? [])])];
    if (touched.length > manyTouched) return this.synchronise(em);
    for (const side of [this.demands, this.achievements]) await side.look(em, touched);
    if (this.embedder) this.keep(await vectorsOf(em, this.embedder, touched));
    this.turn = turns.at(-1)?.id ?? this.turn;
  }

  /** What this matcher has looked at itself it need not look at again. */
  passTurn(id: string): void {
    this.turn = id;
  }

  /** Vectors of the very texts that are here: of an item that was changed since, the words alone count until its new text is embedded. */
  private keep(vectors: readonly KnownVector[]): void {
    for (const { itemId, side, itemVersion, vector } of vectors) if (this.side(side).versionOf(itemId) === itemVersion) this.engine.setVector(side, itemId, vector);
  }

  /** The dictionary and the coefficients of now; whether the dictionary or the embedder is another one, which is another text of everything. */
  private async lookUp(em: EntityManager): Promise<boolean> {
    this.engine.model = await modelInUse(em);
    const embedder = this.engine.model.withSimilarity?.embedder ?? null;
    const isOther = embedder !== this.embedder;
    if (isOther) this.engine.forgetVectors();
    this.embedder = embedder;
    return (await this.lookUpWords(em)) || (isOther && embedder !== null);
  }

  private async lookUpWords(em: EntityManager): Promise<boolean> {
    if ((await this.dictionary.edition(em)) === this.edition) return false;
    const { number, groups } = await this.dictionary.current(em);
    this.synonyms = new Synonyms(partnersOf(groups));
    this.edition = number;
    this.demands.forgetAll();
    this.achievements.forgetAll();
    this.isComplete = false;
    return true;
  }

  /** Where pairs are taken from now. */
  get candidateSource(): CandidateSource {
    return this.candidates.source(this.size);
  }

  private get size(): number {
    return this.demands.size + this.achievements.size;
  }

  /**
   * The item's list: its best pairs that are worth showing, scored and not named.
   * @param also candidates of the other side besides: what was published a moment ago Meilisearch does not know yet
   */
  async listOf(side: MatchSide, id: string, also: readonly string[] = []): Promise<ListedPair[]> {
    const asked = await this.askedCandidates(side, id);
    const list = asked ? this.engine.bestOf(side, id, [...asked, ...also], matchListSize) : this.engine.best(side, id, matchListSize);
    return this.worthShowing(side, id, list);
  }

  private worthShowing(side: MatchSide, id: string, list: readonly Found[]): ListedPair[] {
    return list.flatMap((found) =>
      found.band === 'NONE'
        ? []
        : [{ ...(side === 'DEMAND' ? { demandId: id, achievementId: found.id } : { demandId: found.id, achievementId: id }), ...figuresOf(found, this.engine.model), band: found.band }],
    );
  }

  /** All pairs that stand in a list of either side, scored and not named. Others have their turn meanwhile. */
  async allPairs(): Promise<Iterable<ScoredPair>> {
    // What weighs most in a demand hangs on all texts.
    this.keyTerms.clear();
    const steps = this.engine.listAll(matchListSize);
    let from = performance.now();
    let step = steps.next();
    while (!step.done) {
      if (performance.now() - from >= breath) {
        await setImmediate();
        from = performance.now();
      }
      step = steps.next();
    }
    // One pass over everything is faster in memory at any size; what it needs besides is let go where Meilisearch serves in between.
    if (this.candidates.isAsked(this.size)) this.engine.releasePostings();
    return this.scored(step.value);
  }

  private *scored(pairs: Iterable<EnginePair>): Generator<ScoredPair, undefined> {
    for (const { demandId, inDemandList, inAchievementList, ...found } of pairs) {
      if (found.band !== 'NONE') yield { demandId, achievementId: found.id, ...figuresOf(found, this.engine.model), band: found.band, inDemandList, inAchievementList };
    }
  }

  /** A stored pair with its reasons, scored by the frequencies of now; nothing where one of the two has left or the pair has become too weak. */
  named(pair: { demandId: string; achievementId: string }): Pair | null {
    const found = this.engine.pair(pair.demandId, pair.achievementId);
    return found ? (this.pairOf(pair, found)[0] ?? null) : null;
  }

  /** Every pair of this item that is worth showing: the other side's lists that it might enter. */
  async pairsOf(side: MatchSide, id: string): Promise<ListedPair[]> {
    const asked = await this.askedCandidates(side, id);
    if (asked) return this.worthShowing(side, id, this.engine.bestOf(side, id, asked, asked.length));
    for (let limit = firstGuess; ; limit *= 4) {
      const found = this.engine.best(side, id, limit);
      if (found.length < limit || found.at(-1)?.band === 'NONE') return this.worthShowing(side, id, found);
    }
  }

  /** Above the configured size: what Meilisearch finds by the item's heaviest words; null where memory serves. */
  private async askedCandidates(side: MatchSide, id: string): Promise<string[] | null> {
    return this.candidates.isAsked(this.size) ? this.candidates.of(side, this.engine.heaviestWords(side, id, askedWords)) : null;
  }

  /** What each side could say to make the pair more likely: the words that the other side weighs most and it lacks, as they are written there. */
  raisesOf(demand: Demand, achievement: Achievement): { probability: number; raises: MatchRaise[]; tried: number } {
    const [d, a] = [documentOfDemand(demand, this.synonyms), documentOfAchievement(achievement, this.synonyms)];
    const [inDemand, inAchievement] = [folded(demandFields(d)), folded(achievementFields(a))];
    const ofAchievement = joinOverlapping(this.engine.keyTermsOfAchievement(a), inAchievement);
    const lacking = {
      achievement: this.keyTermsOf(d.id)
        .filter((t) => !inAchievement.includes(t.folded))
        .map((t) => t.written),
      demand: asWritten(ofAchievement, achievementFields(a))
        .filter((t) => !inDemand.includes(t.folded))
        .map((t) => t.written),
    };
    const { probability, raises } = this.engine.raises(d, a, lacking);
    return {
      probability,
      raises: raises.map(({ side, terms, probability: score, band }) => ({
        side,
        terms: [...terms],
        score,
        band: band === 'NONE' ? null : band,
      })),
      tried: lacking.achievement.length + lacking.demand.length,
    };
  }

  private pairOf(ids: { demandId: string; achievementId: string }, found: Found): Pair[] {
    if (found.band === 'NONE') return [];
    const shared = this.engine.sharedOf(ids.demandId, ids.achievementId);
    const words = new Set(shared.filter((s) => s.kind === 'word').map((s) => s.term));
    const folded = this.achievements.foldedOf(ids.achievementId);
    const holds = (term: string): boolean => words.has(term) || (hasHan.test(term) && folded.includes(term));
    const keyTerms = this.keyTermsOf(ids.demandId);
    return [
      {
        ...ids,
        ...figuresOf(found, this.engine.model),
        band: found.band,
        shared: sharedTexts(found.score, shared, this.demands.runsOf(ids.demandId), this.achievements.runsOf(ids.achievementId)),
        covered: keyTerms.filter((t) => holds(t.folded)).map((t) => t.written),
        missing: keyTerms.filter((t) => !holds(t.folded)).map((t) => t.written),
        modelVersion: this.modelVersion,
      },
    ];
  }

  private keyTermsOf(demandId: string): readonly WrittenTerm[] {
    const known = this.keyTerms.get(demandId);
    const document = this.documents.get(demandId);
    if (known || !document) return known ?? [];
    const cut = this.engine.explain(document, { id: '', title: '' }).keyTerms.map((t) => t.text);
    const terms = asWritten(joinOverlapping(cut, this.demands.foldedOf(demandId)), demandFields(document));
    this.keyTerms.set(demandId, terms);
    return terms;
  }
}

const latestTurn = async (em: EntityManager): Promise<string> => {
  const [row]: { id: string | null }[] = await em.query('select max(id) as id from match_turn');
  return row?.id ?? '0';
};

const folded = (fields: readonly NamedField[]): string => fields.map((field) => fold(field.text)).join('\n');
