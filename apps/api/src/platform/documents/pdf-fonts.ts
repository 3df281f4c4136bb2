import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import fontkit from '@pdf-lib/fontkit';
import { plainFont } from './woff.js';

const folder = dirname(createRequire(import.meta.url).resolve('@fontsource/noto-sans-sc/LICENSE'));
export type Weight = 400 | 700;
// woff2 draws blank glyphs in PDFKit, so the woff files.
const fileOf = (subset: string, weight: Weight) => join(folder, 'files', `noto-sans-sc-${subset}-${weight}-normal.woff`);

const fonts = new Map<string, Buffer>();
/** The bytes of a font, unpacked once per process. */
export function fontBytes(file: string): Buffer {
  const known = fonts.get(file);
  if (known) return known;
  const bytes = plainFont(readFileSync(file));
  fonts.set(file, bytes);
  return bytes;
}

type Subset = { name: string; ranges: [number, number][] };
let subsets: Subset[] | null = null;
/** The small files beside the main one: signs such as ≥ ℃ ① and rare characters of names lie in them. */
function extraSubsets(): Subset[] {
  if (subsets) return subsets;
  const unicode: Record<string, string> = JSON.parse(readFileSync(join(folder, 'unicode.json'), 'utf8'));
  subsets = Object.entries(unicode).map(([name, list]) => ({
    name: name.replace(/[[\]]/gu, ''),
    ranges: list.split(',').map((range): [number, number] => {
      const [from = '0', to = from] = range.replace('U+', '').split('-');
      return [parseInt(from, 16), parseInt(to, 16)];
    }),
  }));
  return subsets;
}

const main = 'chinese-simplified';
let covered: { hasGlyphForCodePoint(code: number): boolean } | null = null;
const chosen = new Map<number, string>();

/** The subset that draws the character; the main one where none does. */
function subsetOf(code: number): string {
  const known = chosen.get(code);
  if (known) return known;
  covered ??= fontkit.create(fontBytes(fileOf(main, 400)));
  const subset = covered.hasGlyphForCodePoint(code)
    ? main
    : (extraSubsets().find((s) => s.ranges.some(([from, to]) => code >= from && code <= to))?.name ?? main);
  chosen.set(code, subset);
  return subset;
}

/** A text in stretches of one font file each. */
export function fontRuns(text: string, weight: Weight): { text: string; font: string }[] {
  const runs: { text: string; font: string }[] = [];
  for (const sign of text) {
    const font = fileOf(subsetOf(sign.codePointAt(0) ?? 0), weight);
    const last = runs.at(-1);
    if (last?.font === font) last.text += sign;
    else runs.push({ text: sign, font });
  }
  return runs;
}
