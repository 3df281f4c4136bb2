import { CosineSearch } from './cosine-search.js';
import { TermSpace } from './term-space.js';
import { countTerms, type Field } from './terms.js';
import { kthLargest, TopK, type Hit } from './top-k.js';
import { Vocabulary, type TermVector } from './vocabulary.js';

/** What an index is given: an id and the weighted pieces of text. */
export interface IndexDocument {
  readonly id: string;
  readonly fields: readonly Field[];
}

/** The frequencies that idf is computed from. Indexes that share them give one pair the same score from both sides. */
export interface Statistics {
  readonly words: Vocabulary;
  readonly bigrams: Vocabulary;
}

/** A document or query in both term spaces. */
export interface DocumentVector {
  readonly words: TermVector;
  readonly bigrams: TermVector;
}

// Below this many changes a merge into the base costs more than searching the delta beside it.
const SMALLEST_MERGE = 1000;
const MERGE_FRACTION = 8;

export function emptyStatistics(): Statistics {
  return { words: new Vocabulary(), bigrams: new Vocabulary() };
}

/**
 * Documents by id, searched by the weighted mean of the word and the bigram cosine. Documents come and go without a rebuild and
 * every list and score is the same, bit for bit, as after a rebuild: see TermSpace for how.
 */
export class InvertedIndex {
  private readonly words: TermSpace;
  private readonly bigrams: TermSpace;
  private readonly cosines: CosineSearch;
  private readonly slotOf = new Map<string, number>();
  private readonly ids: (string | undefined)[] = [];
  private freeSlots: number[] = [];
  private deadSlots: number[] = [];
  private addedSinceMerge = 0;

  constructor(private readonly statistics: Statistics = emptyStatistics()) {
    this.words = new TermSpace(statistics.words);
    this.bigrams = new TermSpace(statistics.bigrams);
    this.cosines = new CosineSearch(this.words, this.bigrams);
  }

  get size(): number {
    return this.slotOf.size;
  }

  has(id: string): boolean {
    return this.slotOf.has(id);
  }

  /** @throws if the id is there already: use `replace` where that is meant */
  add(document: IndexDocument): void {
    if (this.has(document.id)) throw new Error(`document ${document.id} is in the index already`);
    const counts = countTerms(document.fields);
    const slot = this.freeSlots.pop() ?? this.ids.length;
    this.words.add(slot, this.statistics.words.vectorOf(counts.words));
    this.bigrams.add(slot, this.statistics.bigrams.vectorOf(counts.bigrams));
    this.ids[slot] = document.id;
    this.slotOf.set(document.id, slot);
    this.addedSinceMerge += 1;
  }

  /** Returns whether the document was there. */
  remove(id: string): boolean {
    const slot = this.slotOf.get(id);
    if (slot === undefined) return false;
    this.words.remove(slot);
    this.bigrams.remove(slot);
    this.slotOf.delete(id);
    this.ids[slot] = undefined;
    this.deadSlots.push(slot);
    return true;
  }

  /** Adds a document, in the place of an older one with its id if there is one. */
  replace(document: IndexDocument): void {
    this.remove(document.id);
    this.add(document);
  }

  vectorOf(id: string): DocumentVector | undefined {
    const slot = this.slotOf.get(id);
    if (slot === undefined) return undefined;
    const words = this.words.vectorAt(slot);
    const bigrams = this.bigrams.vectorAt(slot);
    return words && bigrams && { words, bigrams };
  }

  /**
   * The k documents with the highest score above 0, best first, equal scores by id.
   * @param query fields of a text that need not be in the index, or the vector of a document of the same statistics
   * @param filter hard constraints, asked after scoring and only about documents that would enter the list
   */
  search(query: readonly Field[] | DocumentVector, k: number, filter?: (id: string) => boolean): Hit[] {
    const best = new TopK(k);
    if (k <= 0) return [];
    const isAccepted = (slot: number): boolean => {
      const id = this.ids[slot];
      return id !== undefined && (filter === undefined || filter(id));
    };
    this.run(
      query,
      (sums) => (k >= this.size ? 0 : kthLargest(sums, k, isAccepted)),
      (slot, score) => {
        const id = this.ids[slot];
        if (id !== undefined && score > 0 && best.mayEnter({ id, score }) && isAccepted(slot)) best.push({ id, score });
      },
    );
    return best.result();
  }

  /** Tells of every document that scores `least` (above 0) or more, in no order: for whoever keeps many lists in one pass. */
  forEachFrom(least: number, query: DocumentVector, tell: (id: string, score: number) => void): void {
    this.run(
      query,
      () => least,
      (slot, score) => {
        const id = this.ids[slot];
        if (id !== undefined && score >= least) tell(id, score);
      },
    );
  }

  /** The score of one document, as a list has it; undefined when it is not here. */
  scoreOf(query: DocumentVector, id: string): number | undefined {
    const slot = this.slotOf.get(id);
    return slot === undefined ? undefined : this.cosines.scoresOf(query, [slot])[0];
  }

  /** The scores above 0 of those of these documents that are here. */
  scoresOf(query: DocumentVector, ids: readonly string[]): Hit[] {
    const here = [...new Set(ids)].flatMap((id) => {
      const slot = this.slotOf.get(id);
      return slot === undefined ? [] : [{ id, slot }];
    });
    const scores = this.cosines.scoresOf(query, here.map(({ slot }) => slot));
    return here.map(({ id }, i) => ({ id, score: scores[i] ?? 0 })).filter(({ score }) => score > 0);
  }

  /** Lets the posting lists go; the next search builds them again. */
  releasePostings(): void {
    this.words.release();
    this.bigrams.release();
    this.addedSinceMerge = this.size + SMALLEST_MERGE;
  }

  get documentIds(): IterableIterator<string> {
    return this.slotOf.keys();
  }

  private run(query: readonly Field[] | DocumentVector, floorOf: (sums: Float32Array) => number, tell: (slot: number, score: number) => void): void {
    this.mergeIfDue();
    this.cosines.run('words' in query ? query : this.queryVector(query), this.ids.length, floorOf, tell);
  }

  private queryVector(fields: readonly Field[]): DocumentVector {
    const counts = countTerms(fields);
    return {
      words: this.statistics.words.queryOf(counts.words),
      bigrams: this.statistics.bigrams.queryOf(counts.bigrams),
    };
  }

  private mergeIfDue(): void {
    const changes = this.addedSinceMerge + this.deadSlots.length;
    if (changes < Math.max(SMALLEST_MERGE, this.size / MERGE_FRACTION)) return;
    this.words.merge(this.ids.length);
    this.bigrams.merge(this.ids.length);
    // Only now does no posting name the dead slots any more.
    this.freeSlots = this.freeSlots.concat(this.deadSlots);
    this.deadSlots = [];
    this.addedSinceMerge = 0;
  }
}
