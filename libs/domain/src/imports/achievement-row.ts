import type { AchievementInput } from '../achievements/rules.js';
import { readMoney, type Amounts } from './read-money.js';
import { readPatents } from './read-patents.js';
import { readTeam, readTransferModes, readTrl } from './read-values.js';
import type { RowCells } from './row-cells.js';
import type { ImportField } from './rules.js';
import { doubtful, listOf, ok, type Read } from './text.js';
import { techFieldOfDiscipline } from './disciplines.js';
import { chainWords, codeOfWord, priceModeWords, techFieldWords } from './words.js';

/** A title is one line. */
export const oneLine = (text: string | null): string => (text ?? '').replace(/\s*\n\s*/g, ' ');

/** A code by its word; a word that is none of the list leaves the field blank and is said. */
export function readCode<C extends string>(words: Parameters<typeof codeOfWord<C>>[0]): (text: string) => Read<C> {
  return (text) => {
    const found = codeOfWord(words, text);
    return found || /^(无|\/|-+|其他|其它)$/.test(text.trim()) ? ok(found) : doubtful<C>(null, 'unknown_word', { word: text.slice(0, 20) });
  };
}

export function readKeywords(text: string): Read<string[]> {
  const words = listOf(text);
  return words.length <= 30 ? ok(words) : doubtful(words.slice(0, 30), 'list_cut', { maximum: 30 });
}

/** The amounts of one column or of a pair of columns for the two ends. */
export function readAmounts(cells: RowCells, both: ImportField, low: ImportField, high: ImportField): Amounts {
  const of = (field: ImportField) => cells.read(field, (text) => readMoney(text, cells.header(field)));
  const [whole, min, max] = [of(both), of(low), of(high)];
  return {
    min: min?.min ?? min?.max ?? whole?.min ?? null,
    max: max?.max ?? max?.min ?? whole?.max ?? null,
    negotiable: [whole, min, max].some((a) => a?.negotiable),
  };
}

function pricesOf(cells: RowCells): Pick<AchievementInput, 'priceMode' | 'priceMin' | 'priceMax'> {
  const { min, max, negotiable } = readAmounts(cells, 'PRICE', 'PRICE_MIN', 'PRICE_MAX');
  const mode = cells.read('PRICE_MODE', readCode(priceModeWords)) ?? (negotiable ? 'NEGOTIABLE' : null);
  if (!min && !max) return { priceMode: mode ?? 'NEGOTIABLE', priceMin: null, priceMax: null };
  if (mode === 'NEGOTIABLE') {
    cells.report('PRICE', 'price_ignored', 'WARNING');
    return { priceMode: 'NEGOTIABLE', priceMin: null, priceMax: null };
  }
  if (min && max && min !== max) return { priceMode: 'RANGE', priceMin: min, priceMax: max };
  return { priceMode: 'FIXED', priceMin: min ?? max, priceMax: min ?? max };
}

/** The input of an achievement from a row's cells. */
export function readAchievement(cells: RowCells): AchievementInput {
  const discipline = cells.text('DISCIPLINE') ?? cells.text('CATEGORY');
  const techField = cells.read('TECH_FIELD', readCode(techFieldWords));
  return {
    title: oneLine(cells.text('TITLE')),
    summary: cells.text('SUMMARY') ?? '',
    keywords: cells.read('KEYWORDS', readKeywords) ?? [],
    // A university's sheet names the discipline; where that says the field beyond doubt, the field is filled in.
    techField: techField ?? (cells.text('TECH_FIELD') === null && discipline ? techFieldOfDiscipline(discipline) : null),
    discipline: discipline === null ? null : oneLine(discipline),
    chain: cells.read('CHAIN', readCode(chainWords)),
    trl: cells.read('TRL', readTrl),
    ipRights: cells.read('PATENTS', readPatents) ?? [],
    transferModes: cells.read('TRANSFER_MODES', readTransferModes) ?? [],
    ...pricesOf(cells),
    team: cells.read('TEAM', readTeam) ?? [],
    contactName: cells.text('CONTACT_NAME'),
    contactPhone: cells.phone(),
    ndaSummary: cells.text('NDA_SUMMARY'),
  };
}
