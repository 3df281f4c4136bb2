import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inflateSync } from 'node:zlib';

const require = createRequire(import.meta.url);
const unpacked = new Map<number, Buffer>();

/**
 * Noto Sans SC as a plain OpenType file, kept in memory from its first use. It ships as WOFF, whose glyph table the PDF libraries would
 * unpack again for every character: 150 ms each. (Of .woff2 they draw blank glyphs.)
 */
export function chineseFont(weight: 400 | 700): Buffer {
  const known = unpacked.get(weight);
  if (known) return known;
  const font = openTypeOf(readFileSync(require.resolve(`@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-${weight}-normal.woff`)));
  unpacked.set(weight, font);
  return font;
}

/** WOFF 1.0 (W3C, chapters 3–5) → OpenType: the same tables, each inflated, behind a directory of their new places. */
function openTypeOf(woff: Buffer): Buffer {
  if (woff.readUInt32BE(0) !== 0x774f4646) throw new Error('not a WOFF file');
  const count = woff.readUInt16BE(12);
  const header = Buffer.alloc(12 + count * 16);
  header.writeUInt32BE(woff.readUInt32BE(4), 0);
  header.writeUInt16BE(count, 4);
  const power = Math.floor(Math.log2(count));
  header.writeUInt16BE(2 ** power * 16, 6);
  header.writeUInt16BE(power, 8);
  header.writeUInt16BE((count - 2 ** power) * 16, 10);
  const parts: Buffer[] = [header];
  let place = header.length;
  for (let i = 0; i < count; i++) {
    const entry = 44 + i * 20;
    const [offset, packed, length, sum] = [4, 8, 12, 16].map((at) => woff.readUInt32BE(entry + at)) as [number, number, number, number];
    const bytes = woff.subarray(offset, offset + packed);
    const table = packed < length ? inflateSync(bytes) : bytes;
    woff.copy(header, 12 + i * 16, entry, entry + 4);
    [sum, place, length].forEach((value, at) => header.writeUInt32BE(value, 12 + i * 16 + 4 + at * 4));
    // Tables begin at multiples of four bytes.
    const padding = Buffer.alloc((4 - (length % 4)) % 4);
    parts.push(table, padding);
    place += length + padding.length;
  }
  return Buffer.concat(parts);
}
