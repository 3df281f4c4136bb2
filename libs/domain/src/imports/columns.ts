import { parsePatentNumber } from '../patent.js';
import { isUscc } from '../uscc.js';
import { importFields } from './fields.js';
import type { ImportField, ImportKind } from './rules.js';

/** A column as it was found: `score` says how sure the guess is, 1 for one of our own headers. */
export type ColumnGuess = { index: number; header: string; field: ImportField | null; score: number };

/** Below this a guess is not taken. */
export const leastScore = 0.6;

/** What is left of a header without its unit, its remarks in brackets, numbering and marks. */
function fold(header: string): string {
  return header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[([【{][^)\]】}]*[)\]】}]/g, '')
    .replace(/^[\d.、\s*]+|[\d\s*:_]+$/g, '')
    .replace(/[\s*/\\,.;:、“”"'_-]/g, '');
}

type Found = { field: ImportField; score: number };

function byHeader(kind: ImportKind, header: string): Found | null {
  const wanted = fold(header);
  if (!wanted) return null;
  let best: Found | null = null;
  const offer = (field: ImportField, score: number) => {
    if (!best || score > best.score) best = { field, score: Math.round(score * 100) / 100 };
  };
  for (const { field, headers } of importFields[kind]) {
    headers.forEach((name, i) => {
      const known = fold(name);
      if (wanted === known) offer(field, i === 0 ? 1 : 0.95);
      // The head of a Chinese noun stands last: 团队简介 is a 简介, so an ending counts more.
      else if (known.length >= 2 && wanted.includes(known))
        offer(field, 0.5 + 0.3 * (known.length / wanted.length) + (wanted.endsWith(known) ? 0.05 : 0));
      else if (wanted.length >= 2 && known.includes(wanted)) offer(field, 0.45 + 0.3 * (wanted.length / known.length));
    });
  }
  return best;
}

const shapes: { field: ImportField; score: number; fits: (text: string) => boolean }[] = [
  { field: 'USCC', score: 0.8, fits: (t) => isUscc(t.toUpperCase()) },
  { field: 'PATENTS', score: 0.75, fits: (t) => t.split(/[；;,，、\s]+/).some((p) => parsePatentNumber(p) !== null) },
  { field: 'CONTACT_PHONE', score: 0.7, fits: (t) => /^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8})$/.test(t.replace(/\s/g, '')) },
];

function byContent(kind: ImportKind, samples: readonly string[]): Found | null {
  const filled = samples.map((s) => s.trim()).filter(Boolean);
  if (filled.length < 2) return null;
  const shape = shapes.find(
    (s) => importFields[kind].some((f) => f.field === s.field) && filled.filter(s.fits).length >= filled.length * 0.8,
  );
  return shape ? { field: shape.field, score: shape.score } : null;
}

/** Which field each column holds, by its header and, where that says nothing, by the shape of its values. Each field once, unless it may have several columns. */
export function guessColumns(
  kind: ImportKind,
  headers: readonly string[],
  samples: (index: number) => readonly string[] = () => [],
): ColumnGuess[] {
  const guesses = headers.map((header, index): ColumnGuess => {
    const found = byHeader(kind, header) ?? byContent(kind, samples(index));
    return { index, header, field: found && found.score >= leastScore ? found.field : null, score: found?.score ?? 0 };
  });
  const taken = new Map<ImportField, number>();
  for (const guess of [...guesses].sort((a, b) => b.score - a.score || a.index - b.index)) {
    if (!guess.field) continue;
    const first = taken.get(guess.field);
    const several = importFields[kind].some((f) => f.field === guess.field && f.several);
    if (first === undefined) taken.set(guess.field, guess.score);
    // 专利号1, 专利号2 are as sure as each other; a weaker guess for a field that is already there is none.
    else if (!several || guess.score < first) Object.assign(guess, { field: null, score: 0 });
  }
  return guesses;
}

/** The row that names the columns: spreadsheets often start with a banner. Index into `rows`, with its guesses; the first row when none is recognised. */
export function findHeader(kind: ImportKind, rows: readonly (readonly string[])[]): { row: number; columns: ColumnGuess[] } {
  let best = { row: 0, columns: guessColumns(kind, rows[0] ?? []), sum: -1 };
  rows.slice(0, 10).forEach((cells, row) => {
    const distinct = new Set(cells.filter(Boolean));
    // A banner merged over many columns repeats one text.
    if (distinct.size < 1 || (row > 0 && distinct.size < 2)) return;
    const columns = guessColumns(kind, cells);
    const sum = columns.reduce((s, c) => s + (c.field && cells[c.index] && (cells[c.index] ?? '').length <= 30 ? c.score : 0), 0);
    if (sum > best.sum + 0.01) best = { row, columns, sum };
  });
  const samples = (index: number) => rows.slice(best.row + 1, best.row + 21).map((r) => r[index] ?? '');
  return { row: best.row, columns: guessColumns(kind, rows[best.row] ?? [], samples) };
}
