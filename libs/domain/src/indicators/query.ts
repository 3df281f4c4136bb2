import { parseIndicators, type ParsedIndicator } from './parse.js';

/** What is asked of an indicator, and the words that asked it. */
export type WantedIndicator = ParsedIndicator & { text: string };

/**
 * Takes the indicators out of what somebody searches for: "碳纤维 抗拉强度≥3GPa" is the word 碳纤维 and one condition. In the search box
 * only what compares or spans is a condition (5% alone is a word); a filter of its own takes any.
 */
export function readIndicatorQuery(text: string, { everything = false } = {}): { rest: string; wanted: WantedIndicator[] } {
  const found = parseIndicators(text).filter((i) => everything || i.op !== 'EQ' || i.change !== null || text.slice(0, i.at).trimEnd().endsWith('='));
  let rest = '';
  let done = 0;
  const wanted = found.map((indicator): WantedIndicator => {
    const name = indicator.name.split(/\s+/).at(-1) ?? '';
    const named = name ? text.lastIndexOf(name, indicator.at) : -1;
    const start = Math.max(done, named >= done ? named : operatorBefore(text, indicator.at));
    rest += ` ${text.slice(done, start)}`;
    done = indicator.end;
    return { ...indicator, name, text: text.slice(start, done).trim() };
  });
  return { rest: `${rest} ${text.slice(done)}`.replace(/\s+/g, ' ').trim(), wanted };
}

function operatorBefore(text: string, at: number): number {
  const sign = /(?:[≥≤<>=＞＜±φ\s]|不低于|不高于|不超过|不少于|不小于|不大于|大于|小于|高于|低于|超过|至少)+$/.exec(text.slice(0, at));
  return sign?.index ?? at;
}

/** The least and the greatest value that an indicator vouches for, in base units; ≥900 vouches for no greatest. */
export function boundsOf({ op, baseLow, baseHigh }: Pick<ParsedIndicator, 'op' | 'baseLow' | 'baseHigh'>): { least: number | null; most: number | null } {
  return { least: op === 'LE' ? null : baseLow, most: op === 'GE' ? null : (baseHigh ?? baseLow) };
}
