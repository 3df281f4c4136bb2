import {
  chainWords,
  headerOf,
  priceModeWords,
  shanghaiDay,
  techFieldWords,
  transferModeWords,
  wanYuanOf,
  type ImportField,
  type ImportKind,
  type IndicatorOp,
} from '@jihui/domain';
import type { Achievement } from '../achievements/achievement.entity.js';
import type { Demand } from '../demands/demand.entity.js';

type Value = string | number | null;
export type ExportColumn<T> = { header: string; width: number; value: (row: T) => Value };

const opWords: Record<IndicatorOp, string> = { GE: '≥', LE: '≤', EQ: '=', RANGE: '：', TEXT: '：' };
const money = (fen: string | null): number | null => (fen === null ? null : Number(wanYuanOf(fen)));
const widths: Partial<Record<ImportField, number>> = {
  TITLE: 40,
  SUMMARY: 80,
  PROBLEM: 80,
  KEYWORDS: 30,
  NDA_SUMMARY: 40,
  INDICATORS: 40,
  CURRENT_STATE: 40,
  ACCEPTANCE: 40,
  PATENTS: 30,
  TEAM: 30,
};

const column =
  <T>(kind: ImportKind) =>
  (field: ImportField, value: (row: T) => Value): ExportColumn<T> => ({ header: headerOf(kind, field), width: widths[field] ?? 16, value });

const of = column<Achievement>('ACHIEVEMENTS');

/** An achievement as a row that can be imported again. */
export const achievementColumns: ExportColumn<Achievement>[] = [
  of('TITLE', (a) => a.title),
  of('SUMMARY', (a) => a.summary),
  of('KEYWORDS', (a) => a.keywords.join('；')),
  of('DISCIPLINE', (a) => a.discipline),
  of('TECH_FIELD', (a) => a.techField && techFieldWords[a.techField][0]),
  of('CHAIN', (a) => a.chain && chainWords[a.chain][0]),
  of('TRL', (a) => a.trl),
  of('TRANSFER_MODES', (a) => a.transferModes.map((m) => transferModeWords[m][0]).join('；')),
  of('PRICE_MODE', (a) => priceModeWords[a.priceMode][0]),
  of('PRICE', (a) => (a.priceMode === 'FIXED' ? money(a.priceMin) : null)),
  of('PRICE_MIN', (a) => (a.priceMode === 'RANGE' ? money(a.priceMin) : null)),
  of('PRICE_MAX', (a) => (a.priceMode === 'RANGE' ? money(a.priceMax) : null)),
  of('PATENTS', (a) => a.ipRights.flatMap((r) => r.number ?? []).join('；')),
  of('TEAM', (a) => a.team.map((m) => (m.title ? `${m.name}（${m.title}）` : m.name)).join('；')),
  of('CONTACT_NAME', (a) => a.contactName),
  of('CONTACT_PHONE', (a) => a.contactPhone),
  of('NDA_SUMMARY', (a) => a.ndaSummary),
  { header: '发布日期', width: 12, value: (a) => a.publishedAt && shanghaiDay(a.publishedAt) },
];

const asked = column<Demand>('DEMANDS');

/** A demand as a row that can be imported again. */
export const demandColumns: ExportColumn<Demand>[] = [
  asked('TITLE', (d) => d.title),
  asked('PROBLEM', (d) => d.problem),
  asked('INDICATORS', (d) => d.indicators.map((i) => `${i.name}${opWords[i.op]}${i.value}${i.unit ?? ''}`).join('；')),
  asked('CURRENT_STATE', (d) => d.currentState),
  asked('BUDGET_MIN', (d) => money(d.budgetMin)),
  asked('BUDGET_MAX', (d) => money(d.budgetMax)),
  asked('DEADLINE', (d) => d.deadline),
  asked('ACCEPTANCE', (d) => d.acceptance),
  asked('TECH_FIELD', (d) => d.techField && techFieldWords[d.techField][0]),
  asked('CHAIN', (d) => d.chain && chainWords[d.chain][0]),
  asked('TRL', (d) => d.minTrl),
  asked('KEYWORDS', (d) => d.keywords.join('；')),
  asked('ANONYMOUS', (d) => (d.anonymous ? '是' : '否')),
  asked('CONTACT_NAME', (d) => d.contactName),
  asked('CONTACT_PHONE', (d) => d.contactPhone),
  { header: '发布日期', width: 12, value: (d) => d.publishedAt && shanghaiDay(d.publishedAt) },
];
