import type { WantedIndicator } from '@jihui/domain';
import { fold, foldKey } from '@jihui/matching';

type AddValue = (value: unknown) => string;
/** Binary fractions: 0.3 in one unit is not quite 300 in another. */
const slack = 1e-9;

/** The indicators (table alias `i`) that answer what is wanted: the same thing measured, and a value that is vouched for. */
export function indicatorCondition(wanted: WantedIndicator, add: AddValue): string {
  const conditions = [`i.dimension = ${add(wanted.dimension)}`, wanted.change ? `i.change = ${add(wanted.change)}` : 'i.change is null', valueCondition(wanted, add)];
  const name = foldKey(fold(wanted.name));
  // 强度 finds 抗压强度, and 超硬材料抗压强度 too; 抗拉强度 does not.
  if (name) conditions.push(`(strpos(i.name, ${add(name)}) > 0 or length(i.name) > 1 and strpos(${add(name)}, i.name) > 0)`);
  return conditions.join(' and ');
}

function valueCondition({ op, baseLow, baseHigh }: WantedIndicator, add: AddValue): string {
  const margin = Math.abs(baseHigh ?? baseLow) * slack;
  const from = baseLow - margin;
  const to = (baseHigh ?? baseLow) + margin;
  // A least of 900 answers ≥900 whatever its most; at most 5 answers no ≥.
  if (op === 'GE') return `i.least is not null and coalesce(i.most, i.least) >= ${add(from)}`;
  if (op === 'LE') return `i.most is not null and coalesce(i.least, i.most) <= ${add(to)}`;
  if (op === 'EQ') return `coalesce(i.least, '-infinity') <= ${add(to)} and coalesce(i.most, 'infinity') >= ${add(from)}`;
  return `coalesce(i.least, i.most) <= ${add(to)} and coalesce(i.most, i.least) >= ${add(from)}`;
}

/** The items that answer all of them, as a statement that gives ids. */
export function itemsAnswering(wanted: readonly WantedIndicator[], add: AddValue): string {
  return wanted.map((w) => `select i."itemId" from item_indicator i where ${indicatorCondition(w, add)}`).join(' intersect ');
}
