import { countUnits, per, unitOf, unitSpellings, type Unit } from './units.js';

/** A number with its unit, or two of them with a dash between, as they stand in a text. */
export type Quantity = { at: number; end: number; low: number; high: number | null; tolerance: boolean; unit: Unit };

const wide = /[\uff01-\uff5e]/g;
const lookalikes: Record<string, string> = { '—': '-', '–': '-', '−': '-', '～': '~', '〜': '~', '∼': '~', µ: 'μ', '⁻': '-', '≧': '≥', '⩾': '≥', '≦': '≤', '⩽': '≤', Φ: 'φ', ф: 'φ', '\u3000': ' ', '˚': '°' };
const lookalike = new RegExp(`[${Object.keys(lookalikes).join('')}]`, 'g');

/** The same text with one spelling for each sign; every character keeps its place. */
export function plainSigns(text: string): string {
  return text.replace(lookalike, (c) => lookalikes[c] ?? c).replace(wide, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
}

const numberForm = /(\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?:\s*[×xX*]\s*10\^?(-?\d{1,2}))?/y;
const scales: Record<string, number> = { 百: 100, 千: 1e3, 万: 1e4, 百万: 1e6, 千万: 1e7, 亿: 1e8 };
const scaleForm = /\s*(?:余|多)?\s*(百万|千万|万|亿|千|百)?(?:余|多)?\s*/y;
const rangeForm = /\s*(?:~|-{1,2}|至|到|\.{2,3}|…)\s*φ?\s*(?=[+-]?\d)/y;
const currency = /^(人民币|元人民币|元|美元|美金)/;
const moneyWords = /[费资款额值税]|投入|预算|金额|收入|利润|支出|成本|营收|经费|造价|亏损|效益/;
const latin = /[A-Za-z]/;

function run(form: RegExp, text: string, at: number): RegExpExecArray | null {
  form.lastIndex = at;
  return form.exec(text);
}

type Reading = { value: number; scale: string; end: number; bareEnd: number };

function readNumber(text: string, at: number): Reading | null {
  const found = run(numberForm, text, at);
  if (!found) return null;
  const bareEnd = at + found[0].length;
  const scaled = run(scaleForm, text, bareEnd);
  const power = found[2] ? 10 ** Number(found[2]) : 1;
  return { value: Number((found[1] ?? '').replaceAll(',', '')) * power, scale: scaled?.[1] ?? '', end: bareEnd + (scaled?.[0].length ?? 0), bareEnd };
}

/** The unit that begins here, with what it is per, and where it ends. */
function readUnit(text: string, at: number): { unit: Unit; end: number } | null {
  const one = readSimple(text, at);
  if (!one) return null;
  const slash = /^\s*(?:\/|每|[?·•]?(?=(?:g|kg|m|L|mL|s|h)-1))\s*/.exec(text.slice(one.end, one.end + 4));
  if (!slash?.[0]) return one;
  const by = readSimple(text, one.end + slash[0].length, true);
  if (!by) return one;
  return { unit: per(one.unit, by.unit), end: by.end + (text.startsWith('-1', by.end) ? 2 : 0) };
}

function readSimple(text: string, at: number, isDivisor = false): { unit: Unit; end: number } | null {
  for (const spelling of unitSpellings) {
    const given = text.slice(at, at + spelling.length);
    if (given !== spelling && !(spelling.length > 1 && latin.test(spelling) && given.toLowerCase() === spelling.toLowerCase())) continue;
    const unit = unitOf(given);
    const next = text.charAt(at + spelling.length);
    // 3D, 10M-x, 34CrNi: a letter or digit behind a Latin unit makes it something else.
    if (!unit || (latin.test(given.slice(-1)) && /[A-Za-z0-9²³]/.test(next) && !(isDivisor && next === '-'))) continue;
    return { unit, end: at + spelling.length };
  }
  return null;
}

/** Reads the quantity whose first digit stands at this place of a text with plain signs. */
export function readQuantity(text: string, digit: number): Quantity | null {
  const first = readNumber(text, digit);
  if (!first) return null;
  const before = text.slice(Math.max(0, digit - 1), digit);
  const sign = /[-+]/.test(before) && !/[\w)%°℃\u4e00-\u9fff]/.test(text.charAt(digit - 2)) ? before : signAfterWord(text, digit);
  const tolerance = before === '±';
  const at = digit - (sign || tolerance ? 1 : 0);
  const low = sign === '-' ? -first.value : first.value;

  const ownUnit = readUnit(text, first.end);
  const afterFirst = ownUnit && !first.scale ? ownUnit.end : first.end;
  const dash = run(rangeForm, text, afterFirst) ?? run(rangeForm, text, first.end);
  const secondAt = dash ? dash.index + dash[0].length : -1;
  const isNegative = text.charAt(secondAt) === '-';
  const second = dash ? readNumber(text, secondAt + (/[+-]/.test(text.charAt(secondAt)) ? 1 : 0)) : null;
  if (second) {
    const unit = unitAt(text, second, digit) ?? (ownUnit ? { unit: ownUnit.unit, end: second.bareEnd, scale: 1 } : null);
    if (unit) {
      const high = (isNegative ? -1 : 1) * second.value * unit.scale;
      // 50~100亿 means both; 5000~1万 only the second.
      const least = [low * unit.scale, low].find((value) => value < high);
      if (least !== undefined) return { at, end: unit.end, low: least, high, tolerance: false, unit: unit.unit };
    }
  }
  const unit = unitAt(text, first, digit);
  // 4K is a picture, 300 K a temperature.
  if (!unit || (unit.unit.symbol === 'K' && low < 20)) return null;
  return { at, end: unit.end, low: low * unit.scale, high: null, tolerance, unit: unit.unit };
}

/** 温度-40℃, 耐寒-15度: a dash behind such a word is a sign, elsewhere it joins. */
function signAfterWord(text: string, digit: number): string {
  return /[温寒冷热在至到于为][ 度]{0,2}-$/.test(text.slice(Math.max(0, digit - 4), digit)) ? '-' : '';
}

/** The unit of a number with 万 or 亿: of money the word stays with the unit (万元), else it multiplies. */
function unitAt(text: string, n: Reading, digit: number): { unit: Unit; end: number; scale: number } | null {
  const rest = text.slice(n.end, n.end + 5);
  if (n.scale) {
    const paid = currency.exec(rest)?.[1];
    const line = text.slice(Math.max(0, digit - 40), digit).split('\n').at(-1) ?? '';
    const isBare = paid === undefined && /^(?:[^\p{L}\d/]|$|左右|以上|以下|以内|用于|的)/u.test(rest) && moneyWords.test(line);
    if (paid || isBare) return moneyUnit(text, n, paid ?? '');
  }
  const read = readUnit(text, n.end);
  return read ? { ...read, scale: scales[n.scale] ?? 1 } : null;
}

function moneyUnit(text: string, n: Reading, paid: string): { unit: Unit; end: number; scale: number } | null {
  const name = paid.startsWith('美') ? '美元' : '元';
  const big = n.scale === '亿' ? '亿' : /^[百千]$/.test(n.scale) ? '' : '万';
  const unit = unitOf(`${big}${name}`);
  if (!unit) return null;
  const scale = (scales[n.scale] ?? 1) / (big === '亿' ? 1e8 : big === '万' ? 1e4 : 1);
  const end = n.end + paid.length;
  const slash = paid === '' ? null : /^\s*\/\s*/.exec(text.slice(end, end + 3));
  const by = slash ? readSimple(text, end + slash[0].length) : null;
  return by ? { unit: per(unit, by.unit), end: by.end, scale } : { unit, end, scale };
}

export const isCount = (unit: Unit): boolean => countUnits.includes(unit.symbol);
