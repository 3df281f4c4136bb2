import { z } from 'zod';
import type { ChallengeRuleRow } from '../dated.js';

/** What a challenge is paid from, in fen. `cashToBidder`: the part of the enterprise's budget that it pays to the bidder in money. */
export type ChallengeBudget = { enterpriseTotal: string; cashToBidder: string; fiscal: string };

/** In basis points of the fiscal support: the least total budget of the enterprise, and the least cash to the bidder. */
export type FundingRule = ChallengeRuleRow & { enterpriseOfFiscal: number; cashOfFiscal: number };

/** The shares of the gates in basis points, in their order; together exactly 10 000. */
export type GateRule = ChallengeRuleRow & { shares: readonly number[] };

const notices = '长沙市、赣州市 2023 年揭榜挂帅通知：企业总投入不低于财政支持的 4 倍，付给揭榜方的现金不低于财政支持的 40%，不得以资产、物品、服务抵顶';
/** The first rows; another place's rows replace them. */
export const fundingRules: readonly FundingRule[] = [
  { validFrom: '2023-01-01', validTo: null, enterpriseOfFiscal: 40_000, cashOfFiscal: 4_000, basis: notices, certainty: 'CERTAIN' },
];
export const gateRules: readonly GateRule[] = [
  {
    validFrom: null,
    validTo: null,
    shares: [4_000, 3_000, 3_000],
    basis: '揭榜挂帅惯例：财政资金按节点拨付，如 40/30/30，以合同约定为准',
    certainty: 'PROBABLE',
  },
];

/** What a payment of fiscal money depends on, one line each. */
export const FundingLineCode = z
  .enum([
    'ENTERPRISE_TOTAL',
    'CASH_TO_BIDDER',
    'CASH_WITHIN_TOTAL',
    'SIGNED',
    'GATE_ORDER',
    'GATE_ACCEPTED',
    'ENTERPRISE_CASH_RECEIVED',
    'AMOUNT',
    'WITHIN_GATE',
  ])
  .meta({ id: 'FundingLineCode' });
export type FundingLineCode = z.infer<typeof FundingLineCode>;

/** A line of the explanation: whether it holds, the figures in it (amounts in fen, days 'YYYY-MM-DD', gates counted from 1), the row behind it (null: arithmetic). */
export type FundingLine = { code: FundingLineCode; ok: boolean; params: Record<string, string | number>; rule: ChallengeRuleRow | null };
