import { SpanFinder, type NamedField } from '@jihui/matching';

/** A term as it is compared, and as its author has written it. */
export type WrittenTerm = { folded: string; written: string };

/** Gives terms back the capitals and signs of the text that they stand in. */
export function asWritten(terms: readonly string[], fields: readonly NamedField[]): WrittenTerm[] {
  const finder = new SpanFinder(fields);
  return terms.map((folded) => {
    const [span] = finder.find(folded);
    const text = fields.find((f) => f.field === span?.field && f.item === span.item)?.text;
    return { folded, written: span && text ? text.slice(span.start, span.end) : folded };
  });
}

/** Words that were cut out of one longer word (金刚, 刚石) are that word, where the text holds it. */
export function joinOverlapping(terms: readonly string[], text: string): string[] {
  const joined = [...terms];
  for (let i = 0; i < joined.length; i++) {
    for (let j = 0; j < joined.length; j++) {
      const whole = i === j ? null : overlap(joined[i] ?? '', joined[j] ?? '');
      if (!whole || !text.includes(whole)) continue;
      joined[Math.min(i, j)] = whole;
      joined.splice(Math.max(i, j), 1);
      return joinOverlapping(joined, text);
    }
  }
  return joined;
}

/** The first word continued by the second one, if it ends as that begins. */
function overlap(first: string, second: string): string | null {
  for (let length = Math.min(first.length, second.length) - 1; length > 0; length--) {
    if (first.endsWith(second.slice(0, length))) return first + second.slice(length);
  }
  return null;
}
