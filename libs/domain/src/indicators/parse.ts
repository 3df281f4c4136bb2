import type { IndicatorOp } from '../demands/rules.js';
import { contextOf } from './context.js';
import { plainSigns, readQuantity } from './quantity.js';
import { toBase, unitOf, type Unit } from './units.js';

/** 指标 as read from a text. `low` is the value, or the lower end of a RANGE; `at` and `end` are where the number and its unit stand. */
export type ParsedIndicator = {
  name: string;
  op: Exclude<IndicatorOp, 'TEXT'>;
  low: number;
  high: number | null;
  unit: string;
  dimension: string;
  /** The same values in the base unit of the dimension (MPa, mm, 万元 …), so that 0.9 GPa equals 900 MPa. */
  baseLow: number;
  baseHigh: number | null;
  /** 提高 30 %: a change against today, not a value of its own. */
  change: 'UP' | 'DOWN' | null;
  at: number;
  end: number;
};

const digitRun = /\d+(?:\.\d+)?/g;

/** All indicators of a text: numbers with a unit of the table, with their comparison and what they are said of. */
export function parseIndicators(text: string): ParsedIndicator[] {
  const plain = plainSigns(text);
  const found: ParsedIndicator[] = [];
  digitRun.lastIndex = 0;
  let done = 0;
  for (const match of plain.matchAll(digitRun)) {
    if (match.index < done || isPartOfName(plain, match.index)) continue;
    const read = readOne(plain, match.index, done);
    if (!read) continue;
    found.push(read);
    done = read.end;
  }
  return found;
}

/** CWL650, GJB150A, ZL201310…, 2018年, 3.2.1: figures that measure nothing. */
function isPartOfName(text: string, digit: number): boolean {
  const before = text.slice(Math.max(0, digit - 2), digit);
  if (/[A-Za-z][-.]?$|\d[.,:]$|第$/.test(before)) return true;
  return /^(?:19|20)\d\d\s*年/.test(text.slice(digit, digit + 7));
}

/** 耐热 60 度 is a temperature, a scan of 60 度 an angle; a battery lives 4000 周 (cycles), a trial lasts 6 周. */
function meantUnit(text: string, digit: number, unit: Unit): Unit {
  const lead = text.slice(Math.max(0, digit - 14), digit);
  if (unit.symbol === '°' && /[温热寒冷冻暖]/.test(lead)) return unitOf('℃') ?? unit;
  if (unit.symbol === '周' && /(?:循环|寿命)\D{0,6}$/.test(lead)) return unitOf('次') ?? unit;
  return unit;
}

function readOne(text: string, digit: number, from: number): ParsedIndicator | null {
  const quantity = readQuantity(text, digit);
  if (!quantity) return null;
  quantity.unit = meantUnit(text, digit, quantity.unit);
  const context = contextOf(text, quantity, from);
  if (!context) return null;
  const { unit, op, name, change, end } = { unit: quantity.unit, ...context };
  const isSpan = quantity.tolerance;
  const low = isSpan ? -quantity.low : quantity.low;
  const high = isSpan ? quantity.low : quantity.high;
  const baseLow = toBase(low, change && unit.zero !== undefined ? { ...unit, zero: 0 } : unit);
  return {
    name,
    op: high === null ? op : 'RANGE',
    low,
    high,
    unit: unit.symbol,
    dimension: unit.dimension,
    baseLow,
    baseHigh: high === null ? null : toBase(high, unit),
    change,
    at: quantity.at,
    end,
  };
}

/** The same for a row of a table of indicators, whose parts stand in fields of their own. Null where the unit is none of the table. */
export function readIndicatorRow(row: { name: string; op: IndicatorOp; value: string; unit?: string | null }): ParsedIndicator | null {
  if (row.op === 'TEXT') return parseIndicators(`${row.name}${row.value}${row.unit ?? ''}`)[0] ?? null;
  const numbers = plainSigns(row.value).match(/(?<![\d)])[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?/gi)?.map(Number) ?? [];
  const [low, second] = numbers;
  const unit = unitOf((row.unit ?? '').trim()) ?? parseIndicators(`不低于1${row.unit ?? ''}`).map((i) => ({ symbol: i.unit, dimension: i.dimension, factor: i.baseLow }))[0];
  if (low === undefined || !unit) return null;
  const high = row.op === 'RANGE' && second !== undefined ? second : null;
  return {
    name: row.name,
    op: row.op,
    low,
    high,
    unit: unit.symbol,
    dimension: unit.dimension,
    baseLow: toBase(low, unit),
    baseHigh: high === null ? null : toBase(high, unit),
    change: null,
    at: 0,
    end: 0,
  };
}
