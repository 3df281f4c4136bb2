import { doubtful, ok, wrong, type Read } from './text.js';

export type Amounts = { min: string | null; max: string | null; negotiable: boolean };

const fenPer = { 元: 100n, 万元: 1_000_000n, 万: 1_000_000n, 亿元: 10_000_000_000n, 亿: 10_000_000_000n } as const;
type Unit = keyof typeof fenPer;
const isUnit = (text: string | undefined): text is Unit => text !== undefined && text in fenPer;

/** The unit that a header names in its brackets or at its end; 万元 when it names none. */
export function unitOfHeader(header: string): Unit {
  const found = /(亿元|万元|亿|万|元)\s*[)）\]】]?$/.exec(header.normalize('NFKC').trim())?.[1];
  return isUnit(found) ? found : '万元';
}

const number = String.raw`(\d{1,12}(?:\.\d+)?)\s*(亿元|万元|亿|万|元)?`;
const exact = new RegExp(`^${number}$`);
const range = new RegExp(`^${number}(?:-|~|至|到|—|–|―)+${number}$`);
const atLeast = new RegExp(`^(?:≥|>=|>|不低于|不少于|至少|最低)${number}$|^${number}(?:以上|起|及以上)$`);
const atMost = new RegExp(`^(?:≤|<=|<|不超过|不高于|最高|最多)${number}$|^${number}(?:以下|以内|及以下)$`);

function fenOf(amount: string | undefined, unit: Unit): string | null {
  const [whole = '0', decimals = ''] = (amount ?? '').split('.');
  const digits = 10n ** BigInt(decimals.length);
  const scaled = BigInt(whole + decimals) * fenPer[unit];
  // A workbook's 68.500000000000014 is 68.5: less than a fen is rounded.
  const fen = (scaled + digits / 2n) / digits;
  return fen > 0n && fen < 10n ** 15n ? fen.toString() : null;
}

/** Reads 68.5, 1,200 万元, 50-100万, 不超过 200, 面议 … into fen; the unit is the cell's own, else the header's. */
export function readMoney(text: string, header: string): Read<Amounts> {
  const cell = text
    .normalize('NFKC')
    .replace(/(?<=\d),(?=\d{3})|[\s¥￥]|人民币|rmb|约|大约|左右/gi, '')
    .replace(/[~〜～]/g, '~');
  if (!cell || /^(无|\/|-+|暂无|不限)$/.test(cell)) return ok<Amounts>(null);
  if (/面议|面谈|待定|协商|商议|洽谈|另议/.test(cell) && !/\d/.test(cell)) return ok<Amounts>({ min: null, max: null, negotiable: true });
  if (/^-\d/.test(cell)) return wrong('negative');
  const byHeader = unitOfHeader(header);
  const amount = (value: string | undefined, unit: string | undefined) => fenOf(value, isUnit(unit) ? unit : byHeader);
  const single = exact.exec(cell);
  if (single) {
    const fen = amount(single[1], single[2]);
    if (/^0+(\.0+)?$/.test(single[1] ?? '')) return doubtful<Amounts>(null, 'not_positive');
    return fen === null ? wrong('money') : ok<Amounts>({ min: fen, max: fen, negotiable: false });
  }
  const pair = range.exec(cell);
  if (pair) {
    const [min, max] = [amount(pair[1], pair[2] ?? pair[4]), amount(pair[3], pair[4])];
    if (min === null || max === null) return wrong('money');
    return BigInt(max) < BigInt(min) ? wrong('price_range') : ok<Amounts>({ min, max, negotiable: false });
  }
  const from = atLeast.exec(cell);
  if (from) return ok<Amounts>({ min: amount(from[1] ?? from[3], from[2] ?? from[4]), max: null, negotiable: false });
  const upTo = atMost.exec(cell);
  if (upTo) return ok<Amounts>({ min: null, max: amount(upTo[1] ?? upTo[3], upTo[2] ?? upTo[4]), negotiable: false });
  return wrong('money');
}
