import type { DemandInput } from '../demands/rules.js';
import { oneLine, readAmounts, readCode, readKeywords } from './achievement-row.js';
import { readIndicators } from './read-indicators.js';
import { readDay, readFlag, readTrl } from './read-values.js';
import type { RowCells } from './row-cells.js';
import { chainWords, techFieldWords } from './words.js';

/** The input of a demand from a row's cells. Indicators that are no comparison stay readable as part of the problem. */
export function readDemand(cells: RowCells): DemandInput {
  const { indicators, rest } = readIndicators(cells.text('INDICATORS') ?? '');
  const budget = readAmounts(cells, 'BUDGET', 'BUDGET_MIN', 'BUDGET_MAX');
  const problem = [cells.text('PROBLEM'), rest.length ? `技术指标：${rest.join('；')}` : null].filter(Boolean).join('\n');
  return {
    title: oneLine(cells.text('TITLE')),
    problem,
    indicators,
    currentState: cells.text('CURRENT_STATE'),
    budgetMin: budget.min,
    budgetMax: budget.max,
    deadline: cells.read('DEADLINE', readDay),
    acceptance: cells.text('ACCEPTANCE'),
    techField: cells.read('TECH_FIELD', readCode(techFieldWords)),
    chain: cells.read('CHAIN', readCode(chainWords)),
    minTrl: cells.read('TRL', readTrl),
    keywords: cells.read('KEYWORDS', readKeywords) ?? [],
    anonymous: cells.read('ANONYMOUS', readFlag) ?? false,
    contactName: cells.text('CONTACT_NAME'),
    contactPhone: cells.phone(),
  };
}
