import type { DemandInput, IndicatorOp } from '../demands/rules.js';

type Indicator = DemandInput['indicators'][number];

const ops: Record<string, IndicatorOp> = {
  '≥': 'GE',
  '>=': 'GE',
  '>': 'GE',
  大于等于: 'GE',
  不低于: 'GE',
  不小于: 'GE',
  不少于: 'GE',
  大于: 'GE',
  '≤': 'LE',
  '<=': 'LE',
  '<': 'LE',
  小于等于: 'LE',
  不高于: 'LE',
  不大于: 'LE',
  不超过: 'LE',
  小于: 'LE',
  '=': 'EQ',
  为: 'EQ',
  达到: 'GE',
};
const comparison = new RegExp(
  `^(.{1,40}?)\\s*[:：]?\\s*(${Object.keys(ops)
    .sort((a, b) => b.length - a.length)
    .join('|')})\\s*([+-]?\\d+(?:\\.\\d+)?)\\s*(.{0,20})$`,
);
const range = /^(.{1,40}?)\s*[:：]?\s*([+-]?\d+(?:\.\d+)?\s*[-~～至]\s*[+-]?\d+(?:\.\d+)?)\s*(\D{0,20})$/;

/** Reads 抗压强度≥900MPa；线径 40-45 μm … ; the parts that are no comparison come back as text, so that nothing is lost. */
export function readIndicators(text: string): { indicators: Indicator[]; rest: string[] } {
  const indicators: Indicator[] = [];
  const rest: string[] = [];
  for (const part of text.split(/[；;\n]/).map((p) =>
    p
      .replace(/^\s*[(（]?\d{1,2}[.、)）]\s*/, '')
      .replace(/[。,，]$/, '')
      .trim(),
  )) {
    if (!part) continue;
    const compared = comparison.exec(part);
    const ranged = compared ? null : range.exec(part);
    const [name = '', value = '', unit = ''] = compared
      ? [compared[1], compared[3], compared[4]]
      : ranged
        ? [ranged[1], ranged[2]?.replace(/\s/g, ''), ranged[3]]
        : [];
    const op = compared ? ops[compared[2] ?? ''] : ranged ? 'RANGE' : undefined;
    if (op && indicators.length < 20) indicators.push({ name: name.trim(), op, value, unit: unit.trim() || null });
    else rest.push(part);
  }
  return { indicators, rest };
}
