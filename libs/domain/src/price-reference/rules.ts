import { z } from 'zod';
import { TechField, Trl, type TransferMode } from '../codes.js';
import { ContractClass5 } from '../contracts/rules.js';

/** From so many contracts of so many sellers on prices are summed up (domain.md D6): fewer would tell whose they are. */
export const leastForPrices = { contracts: 5, sellers: 3 } as const;

/** 成熟度 in three steps: single levels would leave nothing to compare with. */
export const TrlStep = z.enum(['TRL_1_3', 'TRL_4_6', 'TRL_7_9']).meta({ id: 'TrlStep' });
export type TrlStep = z.infer<typeof TrlStep>;
export const trlStepOf = (trl: number): TrlStep => (trl <= 3 ? 'TRL_1_3' : trl <= 6 ? 'TRL_4_6' : 'TRL_7_9');

export const priceQuestion = z
  .object({ techField: TechField, contractClass: ContractClass5.nullish(), trl: Trl.nullish() })
  .meta({ id: 'PriceQuestionInput' });
export type PriceQuestion = z.output<typeof priceQuestion>;

export type PricedContract = { amount: string; sellerId: string; contractClass: ContractClass5; trlStep: TrlStep | null };
export type PriceSummary = { contracts: number; low: string; median: string; high: string };
/** Which contracts were summed up: narrower first; `null` of a part means that it was let go. */
export type PriceAnswer = PriceSummary & { contractClass: ContractClass5 | null; trlStep: TrlStep | null };

/** Median and quartiles, or null where there are too few. Two digits are given: at five contracts a quartile is one of their prices. */
export function summaryOf(contracts: readonly PricedContract[]): PriceSummary | null {
  if (contracts.length < leastForPrices.contracts || new Set(contracts.map((c) => c.sellerId)).size < leastForPrices.sellers) return null;
  const sorted = contracts.map((c) => BigInt(c.amount)).sort((a, b) => (a < b ? -1 : Number(a > b)));
  const at = (quarter: number): string => rounded(between(sorted, (sorted.length - 1) * quarter)).toString();
  return { contracts: sorted.length, low: at(1), median: at(2), high: at(3) };
}

/** The narrowest answer that there are enough contracts for: of this mode and maturity, of this mode, of the field. */
export function priceAnswer({ contractClass, trl }: PriceQuestion, ofField: readonly PricedContract[]): PriceAnswer | null {
  const step = trl ? trlStepOf(trl) : null;
  const steps: { contractClass: ContractClass5 | null; trlStep: TrlStep | null }[] = [
    { contractClass: contractClass ?? null, trlStep: step },
    { contractClass: contractClass ?? null, trlStep: null },
    { contractClass: null, trlStep: null },
  ];
  for (const asked of steps) {
    const kept = ofField.filter((c) => (!asked.contractClass || c.contractClass === asked.contractClass) && (!asked.trlStep || c.trlStep === asked.trlStep));
    const summary = summaryOf(kept);
    if (summary) return { ...summary, ...asked };
  }
  return null;
}

/** The value at a place counted in quarters of a step, between its neighbours. */
function between(sorted: readonly bigint[], quarters: number): bigint {
  const below = sorted[Math.floor(quarters / 4)] ?? 0n;
  const above = sorted[Math.ceil(quarters / 4)] ?? below;
  return below + ((above - below) * BigInt(quarters % 4)) / 4n;
}

function rounded(fen: bigint): bigint {
  const digits = fen.toString().length;
  if (digits <= 2) return fen;
  const unit = 10n ** BigInt(digits - 2);
  return ((fen + unit / 2n) / unit) * unit;
}

const classOfMode: Record<TransferMode, ContractClass5 | null> = {
  TRANSFER: 'TRANSFER',
  LICENSE_EXCLUSIVE: 'LICENSE',
  LICENSE_SOLE: 'LICENSE',
  LICENSE_NON_EXCLUSIVE: 'LICENSE',
  OPEN_LICENSE: 'LICENSE',
  USE_FIRST_PAY_LATER: 'LICENSE',
  COOPERATE: 'DEV',
  // Shares are no price of a technology contract.
  EQUITY: null,
};

/** The class of contract that these modes lead to, if it is one. */
export function classOfModes(modes: readonly TransferMode[]): ContractClass5 | null {
  const classes = new Set(modes.map((mode) => classOfMode[mode]));
  const [only, ...others] = classes;
  return others.length ? null : (only ?? null);
}
