import { civilClassOf } from '../contracts/rules.js';
import { citationOf, type RuleBook } from '../rules/book.js';
import { least, line, shareOf } from './explained.js';
import type { TaxEstimateInput } from './tax-input.js';
import type { TaxPart } from './tax-parts.js';

const kinds = ['SUBSIDY_INTAKE', 'SUBSIDY_OUTPUT', 'SUBSIDY_INSTITUTION'] as const;
type Kind = (typeof kinds)[number];

/** Why the contract is none that the notice means; null when it is. */
const conditions: Record<Kind, (e: TaxEstimateInput) => string | null> = {
  SUBSIDY_INTAKE: (e) => {
    if (!e.buyerIsEnterprise || !e.buyerInHenan) return 'buyerNotHenanEnterprise';
    if (e.sellerInHenan) return 'sellerInHenan';
    return e.implementedInHenan ? null : 'notImplementedInHenan';
  },
  SUBSIDY_OUTPUT: (e) => (e.sellerInHenan && e.sellerKind !== 'ENTERPRISE' ? null : 'sellerNotHenanUniversity'),
  SUBSIDY_INSTITUTION: (e) => (e.institutionNamed ? null : 'institutionNotNamed'),
};

/** 技术转移后补助: at most so much of what was received, and so much in a year. What a notice grants in the end is the authority's decision. */
function subsidy(code: Kind, e: TaxEstimateInput, book: RuleBook): TaxPart {
  const rule = book.on(code, e.day);
  if (!rule) return { code, outcome: 'NO_RULE', fen: null, lines: [line('noRule', null, { key: code, day: e.day }, code)], rules: [] };
  const isShort = civilClassOf(e.type) === 'LICENSE' && (e.licenceMonths ?? 0) < rule.value.minLicenceMonths;
  const why = !e.recognised ? 'notRegistered' : (conditions[code](e) ?? (isShort ? 'licenceTooShort' : null));
  const rules = [citationOf(rule)];
  if (why) return { code, outcome: 'NOT_APPLICABLE', fen: null, lines: [line(why, null, { months: rule.value.minLicenceMonths }, code)], rules };
  const received = BigInt(e.received);
  const share = shareOf(received, rule.value.mostBp);
  const cap = BigInt(rule.value.yearlyCap);
  const most = least(share, cap);
  const lines = [line('received', received), line('subsidyShare', share, { bp: rule.value.mostBp }, code), line(share > cap ? 'subsidyCapped' : 'subsidyMost', most, { cap: rule.value.yearlyCap }, code)];
  return { code, outcome: 'AMOUNT', fen: String(most), lines, rules };
}

export const subsidies = (e: TaxEstimateInput, book: RuleBook): TaxPart[] => kinds.map((kind) => subsidy(kind, e, book));
