import { z } from 'zod';
import { amountLines, isTooLarge, type AmountLine } from '../calculations/amounts.js';
import { TechField } from '../codes.js';
import { rule } from '../issues.js';
import { exceeds, PositiveFen } from '../money.js';

/** 合同类型 (民法典 合同编 第二十章; the registration rules keep training and intermediary services apart). */
export const ContractType = z
  .enum([
    'DEV_COMMISSIONED',
    'DEV_COOPERATIVE',
    'TRANSFER_PATENT_RIGHT',
    'TRANSFER_PATENT_APPLICATION',
    'TRANSFER_SECRET',
    'TRANSFER_OTHER_IP',
    'LICENSE_PATENT',
    'LICENSE_SECRET',
    'LICENSE_OTHER_IP',
    'CONSULTING',
    'SERVICE',
    'SERVICE_TRAINING',
    'SERVICE_INTERMEDIARY',
  ])
  .meta({ id: 'ContractType' });
export type ContractType = z.infer<typeof ContractType>;

/** 五技: the class under which the statistics count a contract. */
export const ContractClass5 = z.enum(['DEV', 'TRANSFER', 'LICENSE', 'CONSULTING', 'SERVICE']).meta({ id: 'ContractClass5' });
export type ContractClass5 = z.infer<typeof ContractClass5>;
export function civilClassOf(type: ContractType): ContractClass5 {
  return ContractClass5.parse(type.split('_')[0]);
}

export const PaymentMode = z.enum(['LUMP_SUM', 'INSTALMENTS', 'ROYALTY', 'UPFRONT_ROYALTY']).meta({ id: 'PaymentMode' });
export type PaymentMode = z.infer<typeof PaymentMode>;

/** 不予登记 reasons (技术合同认定规则, general refusal grounds). */
export const RefusalCode = z
  .enum([
    'PARTIES_UNCLEAR',
    'SUBJECT_UNCLEAR',
    'PRICE_UNCLEAR',
    'MONOPOLY_CLAUSE',
    'PROOF_MISSING',
    'NAME_MISMATCH',
    'RIGHTS_MISMATCH',
    'APPROVAL_MISSING',
    'VOID_CONTRACT',
    'NOT_TECHNOLOGY',
  ])
  .meta({ id: 'RefusalCode' });
export type RefusalCode = z.infer<typeof RefusalCode>;

const fields = z.object({
  type: ContractType,
  title: z.string().trim().min(4).max(100),
  subject: z.string().trim().max(4000),
  techField: TechField.nullish(),
  totalAmount: PositiveFen.nullish(),
  techAmount: PositiveFen.nullish(),
  /** 金额明细: with it both amounts follow from its lines, whatever else is given. */
  amountLines: amountLines.optional(),
  paymentMode: PaymentMode,
  paymentTerms: z.string().trim().max(1000),
  signedOn: z.iso.date().nullish().meta({ scalar: 'String' }),
  startsOn: z.iso.date().nullish().meta({ scalar: 'String' }),
  endsOn: z.iso.date().nullish().meta({ scalar: 'String' }),
  ipOwnership: z.string().trim().max(1000),
  acceptance: z.string().trim().max(1000),
  confidentiality: z.string().trim().max(1000),
});
type Amounts = {
  totalAmount?: string | null;
  techAmount?: string | null;
  amountLines?: AmountLine[];
  signedOn?: string | null;
  startsOn?: string | null;
  endsOn?: string | null;
};

/** 0 < 技术交易额 ≤ 成交总额 (技术合同认定规则); the term does not end before it starts. */
function checkFigures(c: Amounts, ctx: z.RefinementCtx) {
  const hasLines = Boolean(c.amountLines?.length);
  if (c.amountLines && isTooLarge(c.amountLines)) ctx.addIssue({ code: 'custom', path: ['amountLines'], ...rule('sum_too_large') });
  if (!hasLines && c.totalAmount && c.techAmount && exceeds(c.techAmount, c.totalAmount))
    ctx.addIssue({ code: 'custom', path: ['techAmount'], ...rule('tech_amount') });
  if (c.startsOn && c.endsOn && c.endsOn < c.startsOn) ctx.addIssue({ code: 'custom', path: ['endsOn'], ...rule('date_order') });
}

export const contractDraft = fields.superRefine(checkFigures).meta({ id: 'ContractInput' });
export type ContractInput = z.input<typeof contractDraft>;
export type ContractContent = z.output<typeof contractDraft>;
/** The fields that hold one value each; the lines of the amounts are a list of their own. */
export type ContractField = Exclude<keyof ContractContent, 'amountLines'>;
export const contractFields = Object.keys(fields.omit({ amountLines: true }).shape) as ContractField[];

/** A draft by hand: the content, and who concludes it about what. */
export const contractCreate = fields
  .extend({
    sellerId: z.uuid(),
    buyerId: z.uuid(),
    brokerId: z.uuid().nullish(),
    achievementId: z.uuid().nullish(),
    demandId: z.uuid().nullish(),
  })
  .superRefine((c, ctx) => {
    checkFigures(c, ctx);
    if (c.buyerId === c.sellerId) ctx.addIssue({ code: 'custom', path: ['buyerId'], ...rule('same_party') });
  })
  .meta({ id: 'ContractCreateInput' });
export type ContractCreate = z.output<typeof contractCreate>;

/** The content that both sides confirm and the seller submits (民法典 Art 845; 认定规则: subject, price, parties clear). */
export const contractComplete = fields
  .extend({
    subject: z.string().trim().min(20).max(4000),
    techField: TechField,
    totalAmount: PositiveFen,
    techAmount: PositiveFen,
    paymentTerms: z.string().trim().min(2).max(1000),
    signedOn: z.iso.date(),
    startsOn: z.iso.date(),
    endsOn: z.iso.date(),
    ipOwnership: z.string().trim().min(2).max(1000),
    acceptance: z.string().trim().min(2).max(1000),
    confidentiality: z.string().trim().min(1).max(1000),
  })
  .superRefine(checkFigures);
