import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { withRaisedDigits } from './raised-digits.js';

const require = createRequire(import.meta.url);
const files = { 400: '400Regular/NotoSansSC_400Regular.ttf', 700: '700Bold/NotoSansSC_700Bold.ttf' } as const;
const read = new Map<number, Buffer>();

/**
 * Noto Sans SC for documents, kept in memory from its first use. As one whole TrueType file: the subsets made for browsers lack ≥, ℃, μ and Ω,
 * and of WOFF the PDF libraries unpack the glyph table again for every character (150 ms each), of WOFF2 they draw blanks.
 */
export function chineseFont(weight: 400 | 700): Buffer {
  const font = read.get(weight) ?? withRaisedDigits(readFileSync(require.resolve(`@expo-google-fonts/noto-sans-sc/${files[weight]}`)));
  read.set(weight, font);
  return font;
}
