const LATIN_OR_DIGIT = /[a-z0-9]/;

/** Finds in folded texts the words of a dictionary and names what means the same and does not stand there. */
export class Synonyms {
  private readonly byFirst = new Map<string, string[]>();

  constructor(private readonly partners: ReadonlyMap<string, readonly string[]>) {
    for (const word of partners.keys()) {
      const first = word.charAt(0);
      this.byFirst.set(first, [...(this.byFirst.get(first) ?? []), word]);
    }
  }

  /** The words of the dictionary in a text, each once. A Latin word is found whole only: pla is not in plasma. */
  wordsIn(folded: string): string[] {
    const found = new Set<string>();
    for (let at = 0; at < folded.length; at++) {
      for (const word of this.byFirst.get(folded.charAt(at)) ?? []) if (!found.has(word) && folded.startsWith(word, at) && isWhole(folded, word, at)) found.add(word);
    }
    return [...found];
  }

  /** What means the same as a word of the text and does not stand in it: said besides, so that both ways of writing meet. */
  unsaid(folded: string): string[] {
    const unsaid = new Set(this.wordsIn(folded).flatMap((word) => this.partners.get(word) ?? []));
    return [...unsaid].filter((word) => !folded.includes(word));
  }
}

function isWhole(text: string, word: string, at: number): boolean {
  const isCut = (inside: string, beside: string): boolean => LATIN_OR_DIGIT.test(inside) && LATIN_OR_DIGIT.test(beside);
  return !isCut(word.charAt(0), text.charAt(at - 1)) && !isCut(word.charAt(word.length - 1), text.charAt(at + word.length));
}
