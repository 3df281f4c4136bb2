/** A character that chemistry and units need, made of an ordinary one, smaller and raised or lowered. */
type Made = { code: number; base: number; shift: number };
const scale = 0.6;
/** In thousandths of the em: a raised one ends a little above the capitals, a lowered one reaches below the line. */
const [raised, lowered] = [330, -130];
const ordinary = '0123456789+−=()';
const pairs = (made: string, base: string, shift: number): Made[] =>
  [...made].map((char, i) => ({ code: char.codePointAt(0) ?? 0, base: [...base][i]?.codePointAt(0) ?? 0, shift }));
const wanted: readonly Made[] = [
  ...pairs('⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ', `${ordinary}ni`, raised),
  ...pairs('₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓₙₘₚₖₜ', `${ordinary}aeoxnmpkt`, lowered),
];

/**
 * The TrueType font with the superscripts and subscripts it lacks (Noto Sans SC has neither 10⁻³ nor H₂), each a composite of the ordinary
 * glyph. Only what documents are made with reads the result, so the tables' checksums are left as they are.
 */
export function withRaisedDigits(font: Buffer): Buffer {
  const tables = tablesOf(font);
  const table = (tag: string): Buffer => {
    const found = tables.get(tag);
    if (!found) throw new Error(`the font has no table ${tag}`);
    return found;
  };
  const glyphs = table('maxp').readUInt16BE(4);
  const groups = groupsOf(table('cmap'));
  const glyphOf = (code: number): number | null => {
    const group = groups.find((g) => g.from <= code && code <= g.to);
    return group ? group.glyph + code - group.from : null;
  };
  const made = wanted.flatMap(({ code, base, shift }) => {
    const glyph = glyphOf(base);
    return glyph === null || glyphOf(code) !== null ? [] : [{ code, glyph, shift }];
  });
  if (!made.length || glyphs + made.length > 0xffff) return font;
  const metrics = metricsOf(table('hmtx'), table('hhea').readUInt16BE(34), glyphs);
  const em = table('head').readUInt16BE(18);
  const records = made.map(({ glyph, shift }) => composite(glyph, Math.round((shift * em) / 1000)));
  const glyf = Buffer.concat([table('glyf'), Buffer.alloc(-table('glyf').length & 3), ...records]);
  const loca = locationsOf(table('loca'), table('head').readInt16BE(50), glyphs + 1);
  for (let i = 0, at = glyf.length - records.length * recordSize; i < records.length; i++) loca.push((at += recordSize));
  loca[glyphs] = glyf.length - records.length * recordSize;
  const widths = [...metrics, ...made.map(({ glyph }) => shrunk(metrics[glyph] ?? 0))];
  const groupsNow = [...groups, ...made.map(({ code }, i) => ({ from: code, to: code, glyph: glyphs + i }))].sort((a, b) => a.from - b.from);
  const count = Buffer.alloc(2);
  count.writeUInt16BE(widths.length);
  tables.set('maxp', Buffer.concat([table('maxp').subarray(0, 4), count, table('maxp').subarray(6)]));
  tables.set('hhea', Buffer.concat([table('hhea').subarray(0, 34), count]));
  tables.set('head', Buffer.concat([table('head').subarray(0, 50), Buffer.from([0, 1]), table('head').subarray(52)]));
  tables.set('hmtx', words32(widths));
  tables.set('loca', words32(loca));
  tables.set('glyf', glyf);
  tables.set('cmap', characterMap(groupsNow));
  return fileOf(font, tables);
}

type Group = { from: number; to: number; glyph: number };
const recordSize = 20;

/** Composite of one component: words as arguments, which are offsets, and a scale. */
function composite(glyph: number, shift: number): Buffer {
  const record = Buffer.alloc(recordSize);
  record.writeInt16BE(-1, 0);
  record.writeUInt16BE(0x0001 | 0x0002 | 0x0008, 10);
  record.writeUInt16BE(glyph, 12);
  record.writeInt16BE(0, 14);
  record.writeInt16BE(shift, 16);
  record.writeInt16BE(Math.round(scale * 0x4000), 18);
  return record;
}

/** Advance and left bearing of a glyph in one word of 32 bits. */
function shrunk(metric: number): number {
  const [advance, bearing] = [metric >>> 16, (metric << 16) >> 16];
  return ((Math.round(advance * scale) << 16) | (Math.round(bearing * scale) & 0xffff)) >>> 0;
}

function metricsOf(hmtx: Buffer, long: number, glyphs: number): number[] {
  const advance = hmtx.readUInt16BE((long - 1) * 4);
  return Array.from({ length: glyphs }, (_, i) => (i < long ? hmtx.readUInt32BE(i * 4) : ((advance << 16) | hmtx.readUInt16BE(long * 4 + (i - long) * 2)) >>> 0));
}

function locationsOf(loca: Buffer, format: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => (format ? loca.readUInt32BE(i * 4) : loca.readUInt16BE(i * 2) * 2));
}

function words32(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [i, value] of values.entries()) bytes.writeUInt32BE(value, i * 4);
  return bytes;
}

/** The groups of the font's full character map (format 12). */
function groupsOf(cmap: Buffer): Group[] {
  for (let i = 0; i < cmap.readUInt16BE(2); i++) {
    const at = cmap.readUInt32BE(8 + i * 8);
    if (cmap.readUInt16BE(at) !== 12) continue;
    return Array.from({ length: cmap.readUInt32BE(at + 12) }, (_, g) => {
      const group = at + 16 + g * 12;
      return { from: cmap.readUInt32BE(group), to: cmap.readUInt32BE(group + 4), glyph: cmap.readUInt32BE(group + 8) };
    });
  }
  return [];
}

/** One full map for Windows and Unicode. */
function characterMap(groups: readonly Group[]): Buffer {
  const head = Buffer.alloc(12);
  for (const [value, at] of [[1, 2], [3, 4], [10, 6]] as const) head.writeUInt16BE(value, at);
  head.writeUInt32BE(12, 8);
  const body = words32([12 << 16, 16 + groups.length * 12, 0, groups.length, ...groups.flatMap((g) => [g.from, g.to, g.glyph])]);
  return Buffer.concat([head, body]);
}

function tablesOf(font: Buffer): Map<string, Buffer> {
  const entries = Array.from({ length: font.readUInt16BE(4) }, (_, i): [string, Buffer] => {
    const at = 12 + i * 16;
    const start = font.readUInt32BE(at + 8);
    return [font.toString('latin1', at, at + 4), font.subarray(start, start + font.readUInt32BE(at + 12))];
  });
  return new Map(entries);
}

function fileOf(font: Buffer, tables: ReadonlyMap<string, Buffer>): Buffer {
  const head = Buffer.alloc(12 + tables.size * 16);
  font.copy(head, 0, 0, 12);
  const parts: Buffer[] = [head];
  let [at, record] = [head.length, 12];
  for (const [tag, bytes] of tables) {
    head.write(tag, record, 'latin1');
    head.writeUInt32BE(at, record + 8);
    head.writeUInt32BE(bytes.length, record + 12);
    const padding = Buffer.alloc(-bytes.length & 3);
    parts.push(bytes, padding);
    at += bytes.length + padding.length;
    record += 16;
  }
  return Buffer.concat(parts);
}
