import type { NamedField } from './documents.js';
import { foldWithMap, type MappedText } from './fold-map.js';

/** A stretch of an original text to highlight: UTF-16 positions, start inclusive, end exclusive. */
export interface Span {
  readonly field: NamedField['field'];
  /** Which keyword, counted from 0; 0 for every other field. */
  readonly item: number;
  readonly start: number;
  readonly end: number;
}

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const HAN = /\p{Script=Han}/u;
// A page does not highlight more; a text of one repeated word would otherwise give thousands.
const MAX_SPANS_PER_FIELD = 50;

/** Finds folded strings in the original fields of one document. Each field is folded once for all strings. */
export class SpanFinder {
  private readonly fields: { readonly field: NamedField; readonly mapped: MappedText }[] = [];

  constructor(fields: readonly NamedField[]) {
    for (const field of fields) {
      const mapped = foldWithMap(field.text);
      if (mapped !== null) this.fields.push({ field, mapped });
    }
  }

  /** The stretches of the original texts that fold to `text`; at most 50 per field. */
  find(text: string): Span[] {
    return this.fields.flatMap(({ field, mapped }) => {
      const spans: Span[] = [];
      let at = mapped.folded.indexOf(text);
      while (at !== -1 && spans.length < MAX_SPANS_PER_FIELD) {
        const end = at + text.length;
        if (isWhole(mapped.folded, text, at)) {
          const { field: name, item } = field;
          spans.push({ field: name, item, start: mapped.starts[at] ?? 0, end: mapped.ends[end - 1] ?? 0 });
        }
        at = mapped.folded.indexOf(text, end);
      }
      return spans;
    });
  }
}

/** Latin words and numbers are found whole only: "pe" is not in "speed". */
function isWhole(folded: string, text: string, at: number): boolean {
  if (HAN.test(text)) return true;
  const beside = [folded.charAt(at - 1), folded.charAt(at + text.length)];
  return beside.every((character) => !LETTER_OR_DIGIT.test(character) || HAN.test(character));
}
