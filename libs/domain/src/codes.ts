import { z } from 'zod';

/** 技术领域: the eleven fields of the national statistics of technology contracts. */
export const TechField = z
  .enum([
    'ELECTRONICS_INFO',
    'AEROSPACE',
    'ADVANCED_MANUFACTURING',
    'BIOMEDICINE',
    'NEW_MATERIALS',
    'NEW_ENERGY',
    'ENVIRONMENT',
    'NUCLEAR',
    'AGRICULTURE',
    'MODERN_TRANSPORT',
    'URBAN_SOCIAL',
  ])
  .meta({ id: 'TechField' });
export type TechField = z.infer<typeof TechField>;

/** 产业链 of the region's plans (郑州, 鹤壁, 洛阳). */
export const IndustryChain = z
  .enum([
    'SUPERHARD',
    'SENSOR',
    'NEV',
    'REFRACTORY',
    'FOOD',
    'CHEMICAL',
    'MAGNESIUM',
    'ALUMINIUM',
    'AI',
    'COMPUTING',
    'BREEDING',
    'BIOPHARMA',
    'TCM',
    'MEDICAL_DEVICE',
    'EQUIPMENT',
    'AUTO_ELECTRONICS',
    'ENERGY_STORAGE',
    'ENVIRONMENTAL',
    'CONSTRUCTION',
    'TEXTILE',
  ])
  .meta({ id: 'IndustryChain' });
export type IndustryChain = z.infer<typeof IndustryChain>;

/** 转化方式 (促进科技成果转化法 Art 16), with the licence kinds of 技术合同司法解释 Art 25 and the two newer modes of the market. */
export const TransferMode = z
  .enum(['TRANSFER', 'LICENSE_EXCLUSIVE', 'LICENSE_SOLE', 'LICENSE_NON_EXCLUSIVE', 'COOPERATE', 'EQUITY', 'OPEN_LICENSE', 'USE_FIRST_PAY_LATER'])
  .meta({ id: 'TransferMode' });
export type TransferMode = z.infer<typeof TransferMode>;

export const PriceMode = z.enum(['NEGOTIABLE', 'FIXED', 'RANGE']).meta({ id: 'PriceMode' });
export type PriceMode = z.infer<typeof PriceMode>;

export const IpKind = z
  .enum(['INVENTION', 'UTILITY_MODEL', 'DESIGN', 'SOFTWARE_COPYRIGHT', 'LAYOUT_DESIGN', 'PLANT_VARIETY', 'TRADE_SECRET'])
  .meta({ id: 'IpKind' });
export type IpKind = z.infer<typeof IpKind>;

export const IpStatus = z.enum(['GRANTED', 'PENDING']).meta({ id: 'IpStatus' });

/** 技术成熟度, levels 1–9 of GB/T 22900. */
export const Trl = z.number().int().min(1).max(9);

/** Price bands of the search page, in fen: [from, below). */
export const priceBands = [
  { code: 'UNDER_10', from: 0n, below: 10_000_000n },
  { code: 'FROM_10_TO_50', from: 10_000_000n, below: 50_000_000n },
  { code: 'FROM_50_TO_100', from: 50_000_000n, below: 100_000_000n },
  { code: 'FROM_100_TO_500', from: 100_000_000n, below: 500_000_000n },
  { code: 'FROM_500', from: 500_000_000n, below: 10n ** 15n },
] as const;
export const PriceBand = z.enum(['NEGOTIABLE', 'UNDER_10', 'FROM_10_TO_50', 'FROM_50_TO_100', 'FROM_100_TO_500', 'FROM_500']).meta({ id: 'PriceBand' });
export type PriceBand = z.infer<typeof PriceBand>;

/** The band that holds the amount; NEGOTIABLE when there is none. */
export function priceBandOf(fen: string | null): PriceBand {
  if (fen === null) return 'NEGOTIABLE';
  const value = BigInt(fen);
  return priceBands.find((b) => value >= b.from && value < b.below)?.code ?? 'FROM_500';
}
