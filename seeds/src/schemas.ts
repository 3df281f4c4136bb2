import { z } from 'zod';
import { challengeDraft, claimContent, contractClauses, ContractType, IndicatorOp, IndustryChain, IpKind, IpStatus, isUscc, OrganisationKind, PaymentMode, PriceMode, RefusalCode, Role, TechField, TransferMode, Trl } from '@jihui/domain';

/** The shapes of the files in seeds/data. They are read once, when an empty database is filled. */
export const organisation = z.object({
  key: z.string(),
  kind: OrganisationKind,
  name: z.string().min(4).max(60),
  nameEn: z.string().optional(),
  uscc: z.string().refine(isUscc),
  regionCode: z.string(),
  intro: z.string().optional(),
  industry: z.string().optional(),
  disciplines: z.array(z.string()).optional(),
  branchCode: z.string().optional(),
});
export type SeedOrganisation = z.infer<typeof organisation>;

export const person = z.object({ key: z.string(), organisationKey: z.string(), name: z.string(), email: z.email(), phone: z.string(), roles: z.array(Role).min(1) });
export type SeedPerson = z.infer<typeof person>;

const fen = z.string().regex(/^\d+$/).nullable();
export const achievement = z.object({
  key: z.string(),
  universityKey: z.string(),
  title: z.string(),
  summary: z.string(),
  keywords: z.array(z.string()),
  techField: TechField,
  discipline: z.string(),
  chain: IndustryChain.nullable(),
  trl: Trl,
  ipRights: z.array(z.object({ kind: IpKind, number: z.string().nullable(), title: z.string(), status: IpStatus })),
  transferModes: z.array(TransferMode),
  priceMode: PriceMode,
  priceMin: fen,
  priceMax: fen,
  team: z.array(z.object({ name: z.string(), title: z.string().nullish() })),
  ndaSummary: z.string().nullable(),
  publishedDaysAgo: z.number().int().positive(),
  regionCode: z.string(),
});
export type SeedAchievement = z.infer<typeof achievement>;

const ops = { '>=': 'GE', '<=': 'LE', '=': 'EQ', RANGE: 'RANGE', TEXT: 'TEXT' } as const;
export const demand = z.object({
  key: z.string(),
  organisationKey: z.string(),
  title: z.string(),
  problem: z.string(),
  indicators: z.array(
    z.object({
      name: z.string(),
      op: z.enum(['>=', '<=', '=', 'RANGE', 'TEXT']).transform((op) => IndicatorOp.parse(ops[op])),
      value: z.string(),
      unit: z.string().nullable(),
    }),
  ),
  currentState: z.string().nullable(),
  budgetMin: fen,
  budgetMax: fen,
  deadline: z.iso.date().nullable(),
  acceptance: z.string().nullable(),
  techField: TechField,
  chain: IndustryChain.nullable(),
  minTrl: Trl.nullable(),
  anonymous: z.boolean(),
  keywords: z.array(z.string()),
  regionCode: z.string(),
  publishedDaysAgo: z.number().int().positive(),
});
export type SeedDemand = z.infer<typeof demand>;

export const contract = z.object({
  key: z.string(),
  sellerKey: z.string(),
  buyerKey: z.string(),
  branchKey: z.string(),
  brokerKey: z.string().nullable(),
  /** The title of the seller's achievement that it is about. */
  achievementTitle: z.string().optional(),
  /** It came about in a talk, which its broker joined with a mandate: what was settled there beside the fields of the contract. */
  talkClauses: contractClauses.optional(),
  type: ContractType,
  title: z.string(),
  subject: z.string(),
  totalAmount: z.string(),
  techAmount: z.string(),
  paymentMode: PaymentMode,
  paymentTerms: z.string(),
  ipOwnership: z.string(),
  acceptance: z.string(),
  confidentiality: z.string(),
  techField: TechField,
  signedDaysAgo: z.number().int().positive(),
  termMonths: z.number().int().positive(),
  status: z.enum(['DRAFT', 'CONFIRMED', 'SUBMITTED', 'ACCEPTED', 'FIRST_REVIEW', 'SECOND_REVIEW', 'RETURNED', 'REFUSED', 'REGISTERED', 'REVOKED']),
  returnReason: z.string().optional(),
  refusalCode: RefusalCode.optional(),
  refusalReason: z.string().optional(),
});
export type SeedContract = z.infer<typeof contract>;

/** 榜单 with its bids and cards; days count from the day of loading. */
export const challenge = z.object({
  key: z.string(),
  ownerKey: z.string(),
  stage: z.enum(['OPEN', 'CLOSED', 'REVIEW', 'AWARDED']),
  publishedDaysAgo: z.number().int().positive(),
  closesInDays: z.number().int(),
  termDays: z.number().int().positive(),
  content: challengeDraft.omit({ gates: true }).extend({ gates: z.array(z.object({ name: z.string(), dayOffset: z.number().int(), rule: z.string() })) }),
  questions: z.array(z.object({ askerKey: z.string(), question: z.string(), answer: z.string().nullable() })),
  claims: z.array(z.object({ unitKey: z.string(), content: claimContent })),
  /** How many of the claims, the first ones, have won. */
  winners: z.number().int().min(1).default(1),
  scores: z.array(z.object({ expert: z.string(), points: z.array(z.array(z.number().int())) })),
  outcomes: z.array(z.string()).optional(),
});
export type SeedChallenge = z.infer<typeof challenge>;
