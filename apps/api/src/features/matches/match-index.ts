import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { matchListSize, partnersOf, type MatchBand, type MatchSide } from '@jihui/domain';
import {
  achievementFields,
  demandFields,
  fold,
  MatchEngine,
  Synonyms,
  type DemandDocument,
  type Found,
  type NamedField,
} from '@jihui/matching';
import { Achievement } from '../achievements/achievement.entity.js';
import { Demand } from '../demands/demand.entity.js';
import { Dictionary } from '../dictionary/dictionary.service.js';
import { documentOfAchievement, documentOfDemand } from './documents.js';
import { IndexedSide } from './indexed-side.js';
import { asWritten, joinOverlapping, type WrittenTerm } from './key-terms.js';
import { modelInUse } from './match-models.service.js';
import type { MatchRaise } from './match-hint.entity.js';
import type { SharedText } from './match.entity.js';
import { sharedTexts } from './shared-strings.js';

/** A pair with its reasons. */
export type Pair = {
  demandId: string;
  achievementId: string;
  score: number;
  cosine: number;
  band: MatchBand;
  shared: SharedText[];
  covered: string[];
  missing: string[];
  modelVersion: string;
};

/** The same with the lists that it stands in. */
export type ListedPair = Pair & { inDemandList: boolean; inAchievementList: boolean };

const firstGuess = 64;
/** After so many milliseconds of matching everything, others have their turn. */
const turn = 20;
const hasHan = /\p{Script=Han}/u;

/** All published texts in memory, and the lists that follow from them. Derived: `synchronise` before each use makes it right in any process. */
@Injectable()
export class MatchIndex {
  private readonly engine = new MatchEngine();
  private readonly documents = new Map<string, DemandDocument>();
  private readonly keyTerms = new Map<string, readonly WrittenTerm[]>();
  private synonyms = new Synonyms(new Map());
  private edition = 0;

  constructor(private readonly dictionary: Dictionary) {}

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

  /** Reads what changed since the last look, whoever changed it. */
  async synchronise(em: EntityManager): Promise<void> {
    if ((await this.dictionary.edition(em)) !== this.edition) {
      const { number, groups } = await this.dictionary.current(em);
      this.synonyms = new Synonyms(partnersOf(groups));
      this.edition = number;
      this.demands.forgetAll();
      this.achievements.forgetAll();
    }
    this.engine.model = await modelInUse(em);
    await this.demands.synchronise(em);
    await this.achievements.synchronise(em);
  }

  /** The item's list: its best pairs that are worth showing. */
  listOf(side: MatchSide, id: string): Pair[] {
    return this.search(side, id, matchListSize).flatMap((found) =>
      this.pairOf(side === 'DEMAND' ? { demandId: id, achievementId: found.id } : { demandId: found.id, achievementId: id }, found),
    );
  }

  /** The lists of all items, one demand's pairs at a time: each pair is scored once and named once, whichever lists it stands in. */
  async *allPairs(): AsyncGenerator<ListedPair[]> {
    this.keyTerms.clear();
    const steps = this.engine.listAll(matchListSize);
    let from = performance.now();
    const rest = async (): Promise<void> => {
      if (performance.now() - from < turn) return;
      await setImmediate();
      from = performance.now();
    };
    let step = steps.next();
    while (!step.done) {
      await rest();
      step = steps.next();
    }
    for (const found of step.value.values()) {
      await rest();
      yield found.flatMap(({ demandId, inDemandList, inAchievementList, ...pair }) =>
        this.pairOf({ demandId, achievementId: pair.id }, pair).map((named) => ({ ...named, inDemandList, inAchievementList })),
      );
    }
  }

  /** Every item of the other side whose list this one might enter, with the cosine of the pair. */
  partnersOf(side: MatchSide, id: string): { id: string; cosine: number }[] {
    for (let limit = firstGuess; ; limit *= 4) {
      const found = this.search(side, id, limit);
      if (found.length < limit || found.at(-1)?.band === 'NONE')
        return found.filter((f) => f.band !== 'NONE').map((f) => ({ id: f.id, cosine: f.score }));
    }
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

  private search(side: MatchSide, id: string, limit: number): Found[] {
    return this.engine.best(side, id, limit);
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
        score: found.probability,
        cosine: found.score,
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

const folded = (fields: readonly NamedField[]): string => fields.map((field) => fold(field.text)).join('\n');
