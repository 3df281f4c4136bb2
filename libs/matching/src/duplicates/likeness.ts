import type { Rarity } from './rarity.js';

export type Likeness = {
  /** Shared weight over the weight of both together: 1 for equal texts. */
  resemblance: number;
  /** Shared weight over that of the lighter text: 1 where one stands in the other. */
  containment: number;
  /** How many shingles the shorter text has. */
  size: number;
};
/** NEAR: one text written again. PART: one stands in the other, as when a result is listed in pieces. */
export type LikenessKind = 'NEAR' | 'PART';

/**
 * Set on one half of planted duplicates, held out on the other (`npm run bench -- duplicates`). A short text is hardly more than a title, and
 * titles of one subject share most of their words: below `short` shingles two texts have to share more, below `title` they have to be all but equal.
 */
export const likenessBounds = { near: 0.22, part: 0.8, short: 40, nearShort: 0.4, title: 20, nearTitle: 0.8 } as const;

/** How alike two texts are by the weight of the shingles that they share. */
export function likenessOf(a: ReadonlySet<number>, b: ReadonlySet<number>, rarity: Rarity): Likeness {
  let [common, ofA, ofB] = [0, 0, 0];
  for (const shingle of a) {
    const weight = rarity.weightOf(shingle);
    ofA += weight;
    if (b.has(shingle)) common += weight;
  }
  for (const shingle of b) ofB += rarity.weightOf(shingle);
  const size = Math.min(a.size, b.size);
  if (!common) return { size, resemblance: 0, containment: 0 };
  return { size, resemblance: common / (ofA + ofB - common), containment: common / Math.min(ofA, ofB) };
}

/** Whether a person should look at the two. */
export function judgedLikeness({ resemblance, containment, size }: Likeness): LikenessKind | null {
  const { near, nearShort, nearTitle, short, title, part } = likenessBounds;
  if (resemblance >= (size < title ? nearTitle : size < short ? nearShort : near)) return 'NEAR';
  return containment >= part && size >= short ? 'PART' : null;
}
