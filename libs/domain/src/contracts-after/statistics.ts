import { z } from 'zod';
import type { ContractStatus } from '../contracts/machine.js';
import { civilClassOf, type ContractType } from '../contracts/rules.js';
import { rule } from '../issues.js';

/** By what the bulletins cut: 类别, 领域, 当事人性质, 地区 (输出/吸纳), 月份. */
export const StatisticsCut = z.enum(['CLASS', 'FIELD', 'SELLER_KIND', 'BUYER_KIND', 'OUTPUT', 'INTAKE', 'MONTH']).meta({ id: 'StatisticsCut' });
export type StatisticsCut = z.infer<typeof StatisticsCut>;
/** All that the platform has registered, or only what also has its number in the national system (the two are never mixed). */
export const StatisticsBasis = z.enum(['PLATFORM', 'NATIONAL']).meta({ id: 'StatisticsBasis' });
export type StatisticsBasis = z.infer<typeof StatisticsBasis>;

const Day = z.iso.date().meta({ scalar: 'String' });
export const statisticsFilter = z
  .object({ from: Day, until: Day, basis: StatisticsBasis })
  .superRefine((f, ctx) => {
    if (f.until < f.from) ctx.addIssue({ code: 'custom', path: ['until'], ...rule('date_order') });
  })
  .meta({ id: 'StatisticsFilterInput' });
export type StatisticsFilter = z.output<typeof statisticsFilter>;

/** One registered contract as the statistics see it at the end of the period. */
export type CountedContract = {
  id: string;
  number: string;
  title: string;
  type: ContractType;
  techField: string | null;
  sellerKind: string;
  buyerKind: string;
  sellerRegion: string;
  buyerRegion: string;
  registeredOn: string;
  /** Both amounts as they stood at the end of the period, changes included. */
  totalAmount: string;
  techAmount: string;
};
export type StatisticsLine = { key: string; count: number; totalAmount: string; techAmount: string };

const keyOf: Record<StatisticsCut, (c: CountedContract) => string> = {
  CLASS: (c) => civilClassOf(c.type),
  FIELD: (c) => c.techField ?? 'NONE',
  SELLER_KIND: (c) => c.sellerKind,
  BUYER_KIND: (c) => c.buyerKind,
  OUTPUT: (c) => c.sellerRegion,
  INTAKE: (c) => c.buyerRegion,
  MONTH: (c) => c.registeredOn.slice(0, 7),
};
export const statisticsKey = (cut: StatisticsCut, contract: CountedContract): string => keyOf[cut](contract);

/** Counts and both amounts per value of the cut, the largest technology amount first, months in their order. Every contract is in exactly one line. */
export function statisticsBy(cut: StatisticsCut, contracts: readonly CountedContract[]): StatisticsLine[] {
  const lines = new Map<string, { count: number; total: bigint; tech: bigint }>();
  for (const contract of contracts) {
    const key = keyOf[cut](contract);
    const line = lines.get(key) ?? { count: 0, total: 0n, tech: 0n };
    lines.set(key, { count: line.count + 1, total: line.total + BigInt(contract.totalAmount), tech: line.tech + BigInt(contract.techAmount) });
  }
  const sorted = [...lines].sort(([a, x], [b, y]) => (cut === 'MONTH' ? a.localeCompare(b) : Number(y.tech - x.tech > 0n) - Number(y.tech - x.tech < 0n) || a.localeCompare(b)));
  return sorted.map(([key, { count, total, tech }]) => ({ key, count, totalAmount: String(total), techAmount: String(tech) }));
}
export function statisticsSum(contracts: readonly CountedContract[]): StatisticsLine {
  const [sum] = statisticsBy('CLASS', contracts.map((c): CountedContract => ({ ...c, type: 'SERVICE' })));
  return { ...(sum ?? { count: 0, totalAmount: '0', techAmount: '0' }), key: 'ALL' };
}

/** Why a contract registered in the period is not counted: it was taken out within it (2.1.11, P). */
export function isTakenOut(status: ContractStatus, endedOn: string | null, until: string): boolean {
  return (status === 'DEREGISTERED' || status === 'REVOKED') && endedOn !== null && endedOn <= until;
}

/** 成果转化年度报告: what an auditor would ask about. */
export const AnomalyCode = z
  .enum(['NO_RECEIPT', 'RECEIPT_BEYOND', 'NO_DISTRIBUTION', 'PAYMENT_LATE', 'FOLLOW_UP_LATE', 'NO_ACHIEVEMENT', 'NO_NATIONAL_NO', 'DORMANT'])
  .meta({ id: 'AnomalyCode' });
export type AnomalyCode = z.infer<typeof AnomalyCode>;
