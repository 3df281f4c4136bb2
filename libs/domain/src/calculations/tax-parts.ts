import { civilClassOf, type ContractType } from '../contracts/rules.js';
import { citationOf, type RuleBook, type RuleInForce, type RuleUse } from '../rules/book.js';
import type { RuleKey } from '../rules/values.js';
import { least, line, shareOf, type Explained } from './explained.js';
import type { TaxEstimateInput } from './tax-input.js';

export const taxPartCodes = ['VAT_EXEMPT', 'VAT_WAIVED', 'INCOME_TAX', 'SUPER_DEDUCTION', 'STAMP_DUTY', 'SUBSIDY_INTAKE', 'SUBSIDY_OUTPUT', 'SUBSIDY_INSTITUTION'] as const;
export type TaxPartCode = (typeof taxPartCodes)[number];
/** AMOUNT: `fen` is the result. NOT_APPLICABLE: a condition is not met, the line says which. NO_RULE: no rule is in force on that day. */
export type TaxOutcome = 'AMOUNT' | 'NOT_APPLICABLE' | 'NO_RULE';
export type TaxPart = { code: TaxPartCode; outcome: TaxOutcome; fen: string | null; lines: Explained[]; rules: RuleUse[] };

const part = (code: TaxPartCode, fen: bigint, lines: Explained[], rules: readonly RuleInForce<RuleKey>[]): TaxPart => ({
  ...{ code, outcome: 'AMOUNT', fen: String(fen), lines },
  rules: rules.map(citationOf),
});
const not = (code: TaxPartCode, why: string, rules: readonly RuleInForce<RuleKey>[], params: Explained['params'] = {}): TaxPart => ({
  ...{ code, outcome: 'NOT_APPLICABLE', fen: null, lines: [line(why, null, params, rules[0]?.key ?? null)] },
  rules: rules.map(citationOf),
});
const none = (code: TaxPartCode, key: RuleKey, day: string): TaxPart => ({
  ...{ code, outcome: 'NO_RULE', fen: null, lines: [line('noRule', null, { key, day }, key)], rules: [] },
});

/** VAT within a price at a rate, rounded to the fen. */
function vatWithin(price: bigint, rateBp: number): bigint {
  const rate = BigInt(rateBp);
  const all = 10_000n + rate;
  return (price * rate * 2n + all) / (all * 2n);
}

function vatOf(e: TaxEstimateInput, rateBp: number): bigint {
  const base = BigInt(e.techAmount);
  return e.priceIncludesVat ? vatWithin(base, rateBp) : shareOf(base, rateBp);
}

/** 免征增值税: no tax and no special invoice, so the buyer deducts nothing. */
export function vatExempt(e: TaxEstimateInput, book: RuleBook): TaxPart {
  const rule = book.on('VAT_EXEMPTION', e.day);
  if (!rule) return none('VAT_EXEMPT', 'VAT_EXEMPTION', e.day);
  const rate = book.on('VAT_RATE', e.day);
  const rules = rate ? [rule, rate] : [rule];
  const kind = civilClassOf(e.type);
  if (!e.recognised) return not('VAT_EXEMPT', 'notRecognised', rules);
  if (e.sellerAbroad) return not('VAT_EXEMPT', 'sellerAbroad', rules);
  if (!rule.value.classes.includes(kind) && !(rule.value.attachedClasses.includes(kind) && e.attached)) return not('VAT_EXEMPT', 'classNotExempt', rules, { kind });
  const tech = BigInt(e.techAmount);
  const rest = BigInt(e.totalAmount) - tech;
  const saved = rate ? vatOf(e, rate.value.rateBp) : 0n;
  const lines: Explained[] = [
    line('vatBase', tech, {}, rule.key),
    line('vatExempt', 0n, { saved: String(saved) }, rule.key),
    line('sellerKeepsExempt', tech),
    line(e.buyerDeductsVat ? 'buyerLosesCredit' : 'buyerNoCredit', tech),
  ];
  if (rest > 0n) lines.push(line('restNotExempt', rest));
  return part('VAT_EXEMPT', 0n, lines, rules);
}

/** The same price with the exemption waived: normal rate, special invoice, a buyer who may deduct it pays that much less. */
export function vatWaived(e: TaxEstimateInput, book: RuleBook): TaxPart {
  const rate = book.on('VAT_RATE', e.day);
  if (!rate) return none('VAT_WAIVED', 'VAT_RATE', e.day);
  const exemption = book.on('VAT_EXEMPTION', e.day);
  const tech = BigInt(e.techAmount);
  const vat = vatOf(e, rate.value.rateBp);
  const net = e.priceIncludesVat ? tech - vat : tech;
  const paid = net + vat;
  const lines: Explained[] = [
    line('vatBase', tech, {}, rate.key),
    line(e.priceIncludesVat ? 'vatInside' : 'vatOnTop', vat, { bp: rate.value.rateBp }, rate.key),
    line('sellerKeepsWaived', net),
    line(e.buyerDeductsVat ? 'buyerDeducts' : 'buyerCannotDeduct', e.buyerDeductsVat ? net : paid, { paid: String(paid), vat: String(vat) }),
  ];
  if (exemption) lines.push(line('waiverBinds', null, { months: exemption.value.waiverMonths }, exemption.key));
  return part('VAT_WAIVED', vat, lines, exemption ? [rate, exemption] : [rate]);
}

const coveredTypes: readonly ContractType[] = ['TRANSFER_PATENT_RIGHT', 'TRANSFER_OTHER_IP', 'LICENSE_PATENT', 'LICENSE_OTHER_IP'];

/** 技术转让所得: exempt up to the year's sum, the excess at half; the tax that remains. */
export function transferIncomeTax(e: TaxEstimateInput, book: RuleBook): TaxPart {
  const rule = book.on('TRANSFER_INCOME_TAX', e.day);
  if (!rule) return none('INCOME_TAX', 'TRANSFER_INCOME_TAX', e.day);
  const { exemptUpTo, excessShareBp, rateBp, minLicenceMonths } = rule.value;
  const why = e.sellerAbroad
    ? 'sellerAbroad'
    : e.sellerKind !== 'ENTERPRISE'
      ? 'sellerNotEnterprise'
      : !e.recognised
        ? 'notRecognised'
        : !coveredTypes.includes(e.type)
          ? e.type.endsWith('_SECRET')
            ? 'plainKnowHow'
            : 'notATransfer'
          : e.fullyRelated
            ? 'fullyRelated'
            : civilClassOf(e.type) === 'LICENSE' && (e.licenceMonths ?? 0) < minLicenceMonths
              ? 'licenceTooShort'
              : null;
  if (why) return not('INCOME_TAX', why, [rule], { months: minLicenceMonths });
  const [tech, costs] = [BigInt(e.techAmount), BigInt(e.transferCosts)];
  const income = tech > costs ? tech - costs : 0n;
  const limit = BigInt(exemptUpTo);
  const used = BigInt(e.transferIncomeBefore);
  const room = limit > used ? limit - used : 0n;
  const exempt = least(income, room);
  const excess = income - exempt;
  const taxed = shareOf(excess, excessShareBp);
  const tax = shareOf(taxed, rateBp);
  const without = shareOf(income, rateBp);
  return part(
    'INCOME_TAX',
    tax,
    [
      line('transferIncome', income, { tech: e.techAmount, costs: e.transferCosts }, rule.key),
      line('exemptRoom', room, { limit: exemptUpTo, used: e.transferIncomeBefore }, rule.key),
      line('exemptIncome', exempt, {}, rule.key),
      line('excessIncome', excess, { bp: excessShareBp, taxed: String(taxed) }, rule.key),
      line('incomeTax', tax, { bp: rateBp }, rule.key),
      line('incomeTaxWithout', without, { saved: String(without - tax) }),
    ],
    [rule],
  );
}

/** 委托研发加计扣除: what the buyer's income tax falls by. */
export function superDeduction(e: TaxEstimateInput, book: RuleBook): TaxPart {
  const rule = book.on('SUPER_DEDUCTION', e.day);
  if (!rule) return none('SUPER_DEDUCTION', 'SUPER_DEDUCTION', e.day);
  const rates = book.on('INCOME_TAX_RATE', e.day);
  if (!rates) return none('SUPER_DEDUCTION', 'INCOME_TAX_RATE', e.day);
  const rules = [rule, rates];
  if (e.type !== 'DEV_COMMISSIONED') return not('SUPER_DEDUCTION', 'notCommissioned', rules);
  if (!e.buyerIsEnterprise || e.buyerTax === 'NONE') return not('SUPER_DEDUCTION', 'buyerPaysNoIncomeTax', rules);
  if (!e.recognised) return not('SUPER_DEDUCTION', 'notRegistered', rules);
  const { countedBp, extraBp, foreignNumerator, foreignDenominator } = rule.value;
  const fee = BigInt(e.received);
  const byFee = shareOf(fee, countedBp);
  const lines: Explained[] = [line('feePaid', fee), line('feeCounted', byFee, { bp: countedBp }, rule.key)];
  let counted = byFee;
  if (e.sellerAbroad) {
    if (e.buyerDomesticExpenses === null || e.buyerDomesticExpenses === undefined) return not('SUPER_DEDUCTION', 'domesticExpensesMissing', rules);
    const bound = (BigInt(e.buyerDomesticExpenses) * BigInt(foreignNumerator)) / BigInt(foreignDenominator);
    counted = least(byFee, bound);
    lines.push(line('foreignBound', bound, { numerator: foreignNumerator, denominator: foreignDenominator, domestic: e.buyerDomesticExpenses }, rule.key));
  }
  const extra = shareOf(counted, extraBp);
  const rateBp = e.buyerTax === 'HIGH_TECH' ? rates.value.highTechBp : rates.value.normalBp;
  const value = shareOf(extra, rateBp);
  return part('SUPER_DEDUCTION', value, [...lines, line('extraDeduction', extra, { bp: extraBp }, rule.key), line('taxLess', value, { bp: rateBp }, rates.key)], rules);
}

/** 印花税 of each of the two sides. */
export function stampDuty(e: TaxEstimateInput, book: RuleBook): TaxPart {
  const rule = book.on('STAMP_DUTY', e.day);
  if (!rule) return none('STAMP_DUTY', 'STAMP_DUTY', e.day);
  const price = BigInt(e.totalAmount);
  const duty = shareOf(price, rule.value.rateBp);
  return part('STAMP_DUTY', duty, [line('dutyBase', price), line('dutyEach', duty, { bp: rule.value.rateBp }, rule.key)], [rule]);
}
