import { z } from 'zod';
import { ContractType } from '../contracts/rules.js';
import { rule } from '../issues.js';
import { exceeds, Fen, PositiveFen } from '../money.js';

/** At which rate the buyer pays income tax; NONE for a body that pays none. */
export const BuyerTax = z.enum(['NORMAL', 'HIGH_TECH', 'NONE']).meta({ id: 'BuyerTax' });
export type BuyerTax = z.infer<typeof BuyerTax>;
export const SellerKind = z.enum(['ENTERPRISE', 'UNIVERSITY', 'RESEARCH_INSTITUTE']).meta({ id: 'SellerKind' });
export type SellerKind = z.infer<typeof SellerKind>;

/** What an estimate needs of a contract and of the two sides' year. */
export const taxEstimateInput = z
  .object({
    /** The day whose rules apply: that of the invoice, or today. */
    day: z.iso.date().meta({ scalar: 'String' }),
    type: ContractType,
    totalAmount: PositiveFen,
    techAmount: PositiveFen,
    priceIncludesVat: z.boolean(),
    /** A written contract, recognised by the province's authority. */
    recognised: z.boolean(),
    /** 咨询、服务: belongs to a transfer or development and stands on the same invoice. */
    attached: z.boolean(),
    buyerDeductsVat: z.boolean(),
    sellerKind: SellerKind,
    sellerInHenan: z.boolean(),
    sellerAbroad: z.boolean(),
    fullyRelated: z.boolean(),
    licenceMonths: z.number().int().min(1).max(1200).nullish(),
    /** Cost and taxes that belong to the transfer. */
    transferCosts: Fen,
    /** Relieved transfer income that the seller has had in this year already. */
    transferIncomeBefore: Fen,
    buyerIsEnterprise: z.boolean(),
    buyerInHenan: z.boolean(),
    implementedInHenan: z.boolean(),
    buyerTax: BuyerTax,
    /** Eligible R&D expenses of the buyer at home: the bound for what is commissioned abroad. */
    buyerDomesticExpenses: Fen.nullish().meta({ scalar: 'Fen' }),
    /** 到账额 of the year. */
    received: Fen,
    /** A demonstration institution is named in the contract with its task. */
    institutionNamed: z.boolean(),
  })
  .superRefine((e, ctx) => {
    if (exceeds(e.techAmount, e.totalAmount)) ctx.addIssue({ code: 'custom', path: ['techAmount'], ...rule('tech_amount') });
    if (e.sellerAbroad && e.sellerInHenan) ctx.addIssue({ code: 'custom', path: ['sellerAbroad'], ...rule('abroad_in_henan') });
  })
  .meta({ id: 'TaxEstimateInput' });
export type TaxEstimateInput = z.output<typeof taxEstimateInput>;
