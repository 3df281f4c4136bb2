import { addDays } from '../calendar.js';
import type { Certainty, RuleKey, RuleValue } from './values.js';
import { ruleValues } from './values.js';

/** One rule during one time. `validFrom` null: the sources do not say since when; `validTo` null: until further notice. Both days count. */
export type DatedRule = {
  key: RuleKey;
  validFrom: string | null;
  validTo: string | null;
  value: unknown;
  basis: string;
  certainty: Certainty;
  note: string;
};
/** The rule as a calculation has used it. */
export type RuleUse = Omit<DatedRule, 'value'>;
export type RuleInForce<K extends RuleKey> = RuleUse & { value: RuleValue<K> };
export type RuleFault = { key: RuleKey; fault: 'OVERLAP' | 'GAP' | 'VALUE'; at: string };

/** A row closed on the day before it begins never came into force; it is kept, but rules nothing. */
export const neverInForce = (row: Pick<DatedRule, 'validFrom' | 'validTo'>): boolean =>
  row.validFrom !== null && row.validTo !== null && row.validTo < row.validFrom;

const byStart = (a: DatedRule, b: DatedRule) => (a.validFrom ?? '').localeCompare(b.validFrom ?? '');

/** Two rows of one key that rule the same day, a time between two rows that nothing rules, and values of the wrong shape. */
export function faultsOf(rows: readonly DatedRule[]): RuleFault[] {
  const faults: RuleFault[] = [];
  for (const key of new Set(rows.map((r) => r.key))) {
    const times = rows.filter((r) => r.key === key && !neverInForce(r)).sort(byStart);
    for (const [i, row] of times.entries()) {
      if (!ruleValues[key].safeParse(row.value).success) faults.push({ key, fault: 'VALUE', at: row.validFrom ?? '' });
      const before = times[i - 1];
      if (!before) continue;
      const from = row.validFrom ?? '';
      const next = before.validTo === null ? null : addDays(before.validTo, 1);
      if (next === null || from < next) faults.push({ key, fault: 'OVERLAP', at: from });
      else if (from > next) faults.push({ key, fault: 'GAP', at: next });
    }
  }
  return faults;
}

/** The rules by day. It refuses rows that overlap, leave a gap or do not have their key's shape: a calculation never guesses. */
export class RuleBook {
  constructor(private readonly rows: readonly DatedRule[]) {
    const [fault] = faultsOf(rows);
    if (fault) throw new Error(`rule ${fault.key}: ${fault.fault} at ${fault.at || 'its beginning'}`);
  }

  /** The rule of that key on that day; null before the first and after the last row. */
  on<K extends RuleKey>(key: K, day: string): RuleInForce<K> | null {
    const row = this.rows.find((r) => r.key === key && (r.validFrom ?? '') <= day && (r.validTo === null || r.validTo >= day));
    if (!row) return null;
    return { ...row, value: ruleValues[key].parse(row.value) as RuleValue<K> };
  }
}

/** What a result shows of the rule behind it. */
export function citationOf({ key, validFrom, validTo, basis, certainty, note }: RuleInForce<RuleKey>): RuleUse {
  return { key, validFrom, validTo, basis, certainty, note };
}
