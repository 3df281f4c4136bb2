import { organisationCodeCheck, TransferMode, usccCheck } from '@jihui/domain';
import type { DemoData } from '@jihui/seeds';
import type { MarketTexts } from './market-texts.js';
import type { Random } from './random.js';

export type Parties = {
  universities: { id: string; disciplines: readonly string[]; regionCode: string }[];
  enterprises: { id: string; regionCode: string; branchId: string | null }[];
};
type Row = Record<string, unknown>;
const day = 86_400_000;
const wanYuan = 1_000_000;

const price = (random: Random, median: number): string =>
  String(BigInt(Math.max(1, Math.round(median * random.heavyTailed(1.1)))) * BigInt(wanYuan));
const daysAgo = (days: number): string => new Date(Date.now() - days * day).toISOString();

/** An enterprise with an invented name and a code whose check characters are right. */
export function enterpriseRow(random: Random, serial: number, branchOf: (region: string) => string | null): Row {
  const regionCode = random.pick(['ZZ_GX', 'ZZ_ZD', 'ZZ_JK', 'ZZ_HK', 'HB_JK', 'LY_GX']);
  const body = `MB${String(serial).padStart(6, '0')}`;
  const first17 = `91410100${body}${organisationCodeCheck(body)}`;
  const at = daysAgo(400);
  return {
    kind: 'ENTERPRISE',
    name: `压测企业第${serial}号有限公司`,
    uscc: first17 + usccCheck(first17),
    regionCode,
    status: 'VERIFIED',
    branchId: branchOf(regionCode),
    isDemo: true,
    createdAt: at,
    updatedAt: at,
  };
}

export function achievementRow(random: Random, texts: MarketTexts, parties: Parties, serial: number): Row {
  const unit = random.pick(parties.universities);
  const { title, text, keywords, techField } = texts.next(serial);
  const at = daysAgo(1 + random.below(85));
  const hasPrice = random.next() < 0.7;
  const amount = price(random, 60);
  return {
    organisationId: unit.id,
    status: 'PUBLISHED',
    title,
    summary: text,
    keywords,
    techField,
    discipline: random.pick(unit.disciplines),
    trl: 1 + random.below(9),
    transferModes: [random.pick(TransferMode.options)],
    priceMode: hasPrice ? 'FIXED' : 'NEGOTIABLE',
    priceMin: hasPrice ? amount : null,
    priceMax: hasPrice ? amount : null,
    regionCode: unit.regionCode,
    publishedAt: at,
    confirmedAt: at,
    createdAt: at,
    updatedAt: at,
  };
}

export function demandRow(random: Random, texts: MarketTexts, parties: Parties, serial: number): Row {
  const firm = random.pick(parties.enterprises);
  const { title, text, keywords, techField } = texts.next(serial);
  const at = daysAgo(1 + random.below(85));
  return {
    organisationId: firm.id,
    branchId: firm.branchId,
    status: 'PUBLISHED',
    title,
    problem: text,
    keywords,
    techField,
    budgetMax: random.next() < 0.5 ? price(random, 80) : null,
    anonymous: random.next() < 0.15,
    regionCode: firm.regionCode,
    submittedAt: at,
    publishedAt: at,
    confirmedAt: at,
    createdAt: at,
    updatedAt: at,
  };
}

export function contractRow(
  random: Random,
  data: DemoData,
  parties: Parties,
  branchId: string,
  numbered: { serial: number; number: string; amount: bigint; at: Date },
): Row {
  const model = random.pick(data.contracts);
  const at = numbered.at.toISOString();
  const signedOn = at.slice(0, 10);
  const [seller, buyer] = [random.pick(parties.universities), random.pick(parties.enterprises)];
  return {
    branchId,
    sellerId: seller.id,
    sellerKind: 'UNIVERSITY',
    sellerRegion: seller.regionCode,
    buyerId: buyer.id,
    buyerKind: 'ENTERPRISE',
    buyerRegion: buyer.regionCode,
    status: 'REGISTERED',
    revision: 1,
    sellerConfirmedRevision: 1,
    buyerConfirmedRevision: 1,
    type: model.type,
    title: `${model.title.slice(0, 80)}（${numbered.serial}）`,
    subject: model.subject,
    techField: model.techField,
    totalAmount: String(numbered.amount),
    techAmount: String((numbered.amount * BigInt(60 + random.below(41))) / 100n),
    paymentMode: model.paymentMode,
    paymentTerms: model.paymentTerms,
    ipOwnership: model.ipOwnership,
    acceptance: model.acceptance,
    confidentiality: model.confidentiality,
    signedOn,
    startsOn: signedOn,
    endsOn: `${Number(signedOn.slice(0, 4)) + 3}-01-01`,
    submittedAt: at,
    acceptedAt: at,
    registrationNo: numbered.number,
    registeredAt: at,
    verificationToken: numbered.number,
    createdAt: at,
    updatedAt: at,
  };
}
