import { achievementDraft, achievementReleasable, type AchievementInput } from '../achievements/rules.js';
import { textsNaming } from '../demands/clarity.js';
import { demandDraft, demandImportedComplete, type DemandInput } from '../demands/rules.js';
import type { Issue } from '../errors.js';
import { issuesOf } from '../issues.js';
import { Uscc } from '../organisations/rules.js';
import type { z } from 'zod';
import { readAchievement } from './achievement-row.js';
import { readDemand } from './demand-row.js';
import { RowCells, type MappedColumn, type RawRow } from './row-cells.js';
import type { ImportField, ImportKind, RowIssue } from './rules.js';

/** What a row turned out to be. `publishable`: it has what its record needs to leave the drafts. */
export type CheckedRow = { issues: RowIssue[]; isGood: boolean; publishable: boolean; title: string } & (
  { kind: 'ACHIEVEMENTS'; input: AchievementInput } | { kind: 'DEMANDS'; input: DemandInput }
);

const fieldOfPath: Record<string, ImportField> = {
  title: 'TITLE',
  summary: 'SUMMARY',
  keywords: 'KEYWORDS',
  discipline: 'DISCIPLINE',
  techField: 'TECH_FIELD',
  chain: 'CHAIN',
  trl: 'TRL',
  minTrl: 'TRL',
  transferModes: 'TRANSFER_MODES',
  priceMode: 'PRICE_MODE',
  ipRights: 'PATENTS',
  team: 'TEAM',
  contactName: 'CONTACT_NAME',
  contactPhone: 'CONTACT_PHONE',
  ndaSummary: 'NDA_SUMMARY',
  problem: 'PROBLEM',
  indicators: 'INDICATORS',
  currentState: 'CURRENT_STATE',
  deadline: 'DEADLINE',
  acceptance: 'ACCEPTANCE',
};
const moneyPaths: Record<string, readonly ImportField[]> = {
  priceMin: ['PRICE_MIN', 'PRICE'],
  priceMax: ['PRICE_MAX', 'PRICE'],
  budgetMin: ['BUDGET_MIN', 'BUDGET'],
  budgetMax: ['BUDGET_MAX', 'BUDGET'],
};

function fieldOf(path: string, columns: readonly MappedColumn[]): ImportField {
  const root = path.split('.')[0] ?? '';
  const money = moneyPaths[root];
  return money?.find((f) => columns.some((c) => c.field === f)) ?? money?.[0] ?? fieldOfPath[root] ?? 'TITLE';
}

function refusals(schema: z.ZodType, input: unknown): Issue[] {
  const result = schema.safeParse(input, { reportInput: true });
  return result.success ? [] : issuesOf(result.error);
}

/** Whether a code of another organisation, or a wrong one, stands in the row. */
function checkUscc(cells: RowCells, ownUscc: string): void {
  const text = cells.text('USCC');
  if (text === null) return;
  const parsed = Uscc.safeParse(text);
  if (!parsed.success) cells.report('USCC', 'uscc', 'ERROR');
  else if (parsed.data !== ownUscc) cells.report('USCC', 'foreign_uscc', 'ERROR');
}

/** The organisation that imports, and the day on which it does. */
export type ImportContext = { uscc: string; name: string; today: string };

/** What would keep a complete demand from being submitted. */
function hindrances(demand: DemandInput, own: ImportContext): Issue[] {
  const issues: Issue[] = demand.anonymous ? textsNaming(demand, own.name).map((path) => ({ path, code: 'names_owner' })) : [];
  if (demand.deadline && demand.deadline < own.today) issues.push({ path: 'deadline', code: 'deadline_past' });
  return issues;
}

/** Reads a row into the input of its record and checks it by the same rules as the form. Errors keep it out, warnings do not. */
export function checkRow(kind: ImportKind, columns: readonly MappedColumn[], row: RawRow, own: ImportContext): CheckedRow {
  const cells = new RowCells(columns, row);
  checkUscc(cells, own.uscc);
  const read = kind === 'ACHIEVEMENTS' ? { kind, input: readAchievement(cells) } : { kind, input: readDemand(cells) };
  const [draft, complete] = kind === 'ACHIEVEMENTS' ? [achievementDraft, achievementReleasable] : [demandDraft, demandImportedComplete];
  const said = new Set(cells.issues.filter((i) => i.severity === 'ERROR').map((i) => i.path));
  const report = (issue: Issue, severity: RowIssue['severity']) => {
    const field = fieldOf(issue.path, columns);
    if (said.has(field)) return;
    said.add(field);
    cells.report(field, issue.code, severity, issue.params);
  };
  if (!read.input.title) report({ path: 'title', code: 'required' }, 'ERROR');
  for (const issue of refusals(draft, read.input)) report(issue, 'ERROR');
  const isGood = !cells.issues.some((i) => i.severity === 'ERROR');
  const missing = [...refusals(complete, read.input), ...(read.kind === 'DEMANDS' ? hindrances(read.input, own) : [])];
  if (isGood) for (const issue of missing) report(issue, 'WARNING');
  return { ...read, issues: cells.issues, isGood, publishable: isGood && missing.length === 0, title: read.input.title };
}
