/** A stretch of text that both versions have, or that the later one added or removed. */
export type Redline = { kind: 'same' | 'added' | 'removed'; text: string };

/** Numbers and Latin words are changed as a whole, Chinese by the character. */
const tokensOf = (text: string): string[] => text.match(/\d[\d.,]*|[A-Za-z]+|[\s\S]/gu) ?? [];
/** Beyond so many comparisons the middle is shown as replaced: the table would take seconds. */
const limit = 4_000_000;

/** What the later version changed, as a lawyer marks it. */
export function redline(before: string, after: string): Redline[] {
  const [a, b] = [tokensOf(before), tokensOf(after)];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const middle = changes(a.slice(head, a.length - tail), b.slice(head, b.length - tail));
  return joined([...a.slice(0, head).map(same), ...middle, ...a.slice(a.length - tail).map(same)]);
}

const same = (text: string): Redline => ({ kind: 'same', text });
const removed = (text: string): Redline => ({ kind: 'removed', text });
const added = (text: string): Redline => ({ kind: 'added', text });

/** By the longest common run of tokens. */
function changes(a: readonly string[], b: readonly string[]): Redline[] {
  if (a.length * b.length > limit) return [...a.map(removed), ...b.map(added)];
  const width = b.length + 1;
  const table = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number): number => table[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) table[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const lines: Redline[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [old = '', now = ''] = [a[i], b[j]];
    if (i < a.length && j < b.length && old === now) {
      lines.push(same(old));
      i++;
      j++;
    } else if (i < a.length && (j === b.length || at(i + 1, j) >= at(i, j + 1))) {
      lines.push(removed(old));
      i++;
    } else {
      lines.push(added(now));
      j++;
    }
  }
  return lines;
}

function joined(parts: readonly Redline[]): Redline[] {
  const lines: Redline[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    if (last?.kind === part.kind) last.text += part.text;
    else lines.push({ ...part });
  }
  return lines;
}
