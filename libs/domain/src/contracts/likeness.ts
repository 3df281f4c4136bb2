/** How alike two texts are, 0–100: the pairs of neighbouring characters that they share (Dice), without punctuation, case and width. */
export function likeness(one: string, other: string): number {
  const [a, b] = [pairsOf(one), pairsOf(other)];
  const total = sizeOf(a) + sizeOf(b);
  if (!total) return 0;
  let shared = 0;
  for (const [pair, count] of a) shared += Math.min(count, b.get(pair) ?? 0);
  return Math.round((200 * shared) / total);
}

function pairsOf(text: string): Map<string, number> {
  const characters = [...text.normalize('NFKC').toLowerCase().replace(/[\p{P}\p{S}\s]/gu, '')];
  const pairs = new Map<string, number>();
  for (let i = 1; i < characters.length; i++) {
    const pair = `${characters[i - 1]}${characters[i]}`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}

function sizeOf(pairs: ReadonlyMap<string, number>): number {
  return [...pairs.values()].reduce((sum, count) => sum + count, 0);
}
