import { useTranslation } from 'react-i18next';
import { day } from '../../lib/format.js';
import { indicatorText } from '../../lib/indicator-text.js';
import { moneyRange } from '../../lib/money.js';
import { useRegionName } from '../../lib/regions.js';
import { trlLevels, trlWord } from '../../lib/trl.js';
import type { ComparedItem } from './help.api.js';

const rowKeys = ['kind', 'unit', 'field', 'chain', 'trl', 'price', 'mode', 'region', 'deadline', 'rights', 'indicators', 'keywords', 'text', 'fresh'] as const;
export type ComparedRow = { key: (typeof rowKeys)[number]; cells: string[][]; differs: boolean };
/** Two texts always differ: to say so would help nobody. */
const wordy: ReadonlySet<string> = new Set(['keywords', 'text']);
const longestText = 160;

/** What is compared, row by row: the lines of each cell, and whether the items differ in it. A row that is empty in all of them is left out. */
export function useComparedRows(items: readonly ComparedItem[]): ComparedRow[] {
  const linesOf = useLines();
  const columns = items.map(linesOf);
  return rowKeys.flatMap((key) => {
    const cells = columns.map((column) => column[key].filter(Boolean));
    if (cells.every((cell) => cell.length === 0)) return [];
    return [{ key, cells, differs: !wordy.has(key) && new Set(cells.map((cell) => cell.join('\n'))).size > 1 }];
  });
}

function useLines(): (item: ComparedItem) => Record<ComparedRow['key'], string[]> {
  const { t } = useTranslation(['search', 'codes']);
  const regionName = useRegionName();
  const trl = (level: number | null | undefined): string => {
    const known = trlLevels.find((l) => l === level);
    return known ? t('trlValue', { level: known, name: trlWord(known) }) : '';
  };
  return ({ kind, achievement, demand, unitName, indicators }) => {
    const row = achievement ?? demand;
    const text = achievement?.summary ?? demand?.problem ?? '';
    const budget = demand && (demand.budgetMin || demand.budgetMax) ? t('budget', { amount: moneyRange(demand.budgetMin, demand.budgetMax) }) : t('budgetNone');
    const price = achievement?.priceMode === 'NEGOTIABLE' ? t('codes:priceMode.NEGOTIABLE') : moneyRange(achievement?.priceMin, achievement?.priceMax);
    return {
      kind: [t(`kind.${kind}`)],
      unit: [unitName ?? t('unnamed')],
      field: row?.techField ? [t(`codes:techField.${row.techField}`)] : [],
      chain: row?.chain ? [t(`codes:chain.${row.chain}`)] : [],
      trl: [achievement ? trl(achievement.trl) : demand?.minTrl ? t('minTrl', { level: demand.minTrl }) : ''],
      price: [achievement ? price : budget],
      mode: (achievement?.transferModes ?? []).map((mode) => t(`codes:transferMode.${mode}`)),
      region: [regionName(row?.regionCode)],
      deadline: demand?.deadline ? [t('deadline', { day: demand.deadline })] : [],
      rights: (achievement?.ipRights ?? []).map((right) => [t(`codes:ipKind.${right.kind}`), right.number].filter(Boolean).join(' ')),
      indicators: indicators.map(indicatorText),
      keywords: row?.keywords.length ? [row.keywords.join('、')] : [],
      text: [text.length > longestText ? `${text.slice(0, longestText)}…` : text],
      fresh: [row?.confirmedAt ? t(row.freshness === 'FRESH' ? 'confirmed' : 'confirmationDue', { month: day(row.confirmedAt).slice(0, 7) }) : ''],
    };
  };
}
