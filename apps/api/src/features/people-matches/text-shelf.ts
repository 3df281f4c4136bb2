import {
  achievementFields,
  emptyStatistics,
  explainPair,
  fold,
  InvertedIndex,
  type AchievementDocument,
  type DemandDocument,
  type Statistics,
} from '@jihui/matching';
import { relevanceRule } from '@jihui/domain';

/** Why two texts are near: what weighs in the asker's and stands in the other's, heaviest first, how many of his key words that is, and whether it is what both are about; and how near, for the order only. */
export type Nearness = { closeness: number; shared: string[]; words: number; inTitles: boolean };
export type Near = Nearness & { id: string };

const explained = 60;
const shownTerms = 6;

/** The market's words and how often each is used, so that a word that stands everywhere counts for little although few people are compared. */
export class MarketWords {
  readonly statistics: Statistics = emptyStatistics();

  constructor(sample: readonly AchievementDocument[]) {
    const known = new InvertedIndex(this.statistics);
    for (const document of sample) known.add({ id: document.id, fields: achievementFields(document) });
  }

  nearness(asked: DemandDocument, other: AchievementDocument): Nearness {
    const { score, terms, keyTerms } = explainPair(this.statistics, asked, other);
    const heavy = keyTerms.filter((k) => k.covered && !this.isCommon(k.text)).map((k) => k.text);
    const weighs = (text: string) => heavy.some((word) => text.includes(word) || word.includes(text));
    const shared = longestOnly(terms.map((t) => t.text).filter((text) => text.length > 1 && weighs(text)));
    const words = shared.reduce((sum, text) => sum + wordsIn(text, heavy), 0);
    const [askedTitle, otherTitle] = [fold(asked.title), fold([other.title, ...(other.keywords ?? [])].join('\n'))];
    const inTitles = heavy.some((word) => askedTitle.includes(word) && otherTitle.includes(word));
    return { closeness: score, shared: shared.slice(0, shownTerms), words, inTitles };
  }

  /** Whether so many texts hold the word that it says little about two of them. */
  private isCommon(word: string): boolean {
    const { words } = this.statistics;
    // Out of idf = ln((N + 1) / (df + 1)) + 1.
    const texts = Math.exp(words.idfOfNone - 1);
    const holding = texts * Math.exp(1 - words.idfOf(word)) - 1;
    return holding >= relevanceRule.commonLeast && holding > relevanceRule.commonFrom * texts;
  }

  /** The words that weigh most in what is asked, for looking up what might answer it. */
  keyTerms(asked: DemandDocument): string[] {
    return explainPair(this.statistics, asked, { id: '', title: '' }).keyTerms.map((k) => k.text);
  }
}

/** A text to be kept; `mark` changes whenever it does. */
export type ShelfRow = { mark: string; document: AchievementDocument };

/** Texts of one kind, kept as they were last read and searched in full. */
export class TextShelf {
  private readonly index: InvertedIndex;
  private readonly known = new Map<string, ShelfRow>();

  constructor(private readonly words: MarketWords) {
    this.index = new InvertedIndex(words.statistics);
  }

  /** Makes the shelf equal to these documents. */
  fill(rows: readonly ShelfRow[]): void {
    const wanted = new Set(rows.map((r) => r.document.id));
    for (const id of this.known.keys())
      if (!wanted.has(id)) {
        this.known.delete(id);
        this.index.remove(id);
      }
    for (const row of rows) {
      if (this.known.get(row.document.id)?.mark === row.mark) continue;
      this.known.set(row.document.id, row);
      this.index.replace({ id: row.document.id, fields: achievementFields(row.document) });
    }
  }

  near(asked: DemandDocument, accept: (id: string) => boolean = () => true): Near[] {
    const fields = [
      { text: asked.title, weight: 5 },
      { text: asked.text ?? '', weight: 1 },
    ].filter((f) => f.text);
    return this.index.search(fields, explained, accept).flatMap(({ id }) => {
      const document = this.known.get(id)?.document;
      return document ? [{ id, ...this.words.nearness(asked, document) }] : [];
    });
  }
}

/** How many of the words stand in the string side by side: 金刚 and 刚石 of one 金刚石 are one. */
function wordsIn(text: string, words: readonly string[]): number {
  const places = words.flatMap((word) => (text.includes(word) ? [{ from: text.indexOf(word), to: text.indexOf(word) + word.length }] : []));
  let end = 0;
  let count = 0;
  for (const { from, to } of places.sort((a, b) => a.to - b.to)) {
    if (from < end) continue;
    end = to;
    count++;
  }
  return Math.max(1, count);
}

function longestOnly(texts: readonly string[]): string[] {
  return texts.filter((text, i) => !texts.some((other, j) => i !== j && other.includes(text) && (other.length > text.length || j < i)));
}
