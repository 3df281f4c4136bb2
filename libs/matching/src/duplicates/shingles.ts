import { fold } from '../fold.js';

/** A shingle is kept as a number below this: two that fall together blur a count by one item in a million. */
export const shingleSpace = 2 ** 20;

const TOKEN = /\p{Script=Han}+|[\p{L}\p{N}\p{M}]+/gu;
const HAN = /^\p{Script=Han}/u;

/**
 * The shingles of a text: every pair of neighbouring Han characters, every Latin word and number. Pairs rather than triples: of a text in
 * which every fifth word is another, 60 % of the pairs survive but 45 % of the triples. Signs and blanks separate; order does not count.
 */
export function shinglesOf(...texts: readonly string[]): Set<number> {
  const found = new Set<number>();
  for (const text of texts) {
    for (const [token] of fold(text).matchAll(TOKEN)) {
      if (!HAN.test(token)) {
        found.add(hashed(token));
        continue;
      }
      let last = '';
      for (const character of token) {
        if (last !== '') found.add(hashed(last + character));
        last = character;
      }
    }
  }
  return found;
}

/** FNV-1a, folded to the space. */
function hashed(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return ((hash >>> 20) ^ hash) & (shingleSpace - 1);
}
