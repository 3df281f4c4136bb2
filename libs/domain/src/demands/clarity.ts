import type { DemandContent } from './rules.js';

export const clarityPoints = ['problem', 'indicators', 'currentState', 'budget', 'deadline', 'acceptance', 'field', 'keywords'] as const;
export type ClarityPoint = (typeof clarityPoints)[number];
type Content = Partial<DemandContent>;

const filled = (text: string | null | undefined, least = 1): boolean => (text ?? '').trim().length >= least;

const tests: Record<ClarityPoint, (d: Content) => boolean> = {
  problem: (d) => filled(d.problem, 80),
  indicators: (d) => (d.indicators ?? []).some((i) => i.op !== 'TEXT' && /\d/.test(i.value ?? '')),
  currentState: (d) => filled(d.currentState, 10),
  budget: (d) => filled(d.budgetMin) || filled(d.budgetMax),
  deadline: (d) => filled(d.deadline),
  acceptance: (d) => filled(d.acceptance, 5),
  field: (d) => Boolean(d.techField ?? d.chain),
  keywords: (d) => (d.keywords ?? []).length >= 2,
};

/** What a researcher needs to say "we can": which of the eight points a demand answers. Of real demands 35 % name a figure, 16 % money, 1 % acceptance. */
export function demandClarity(demand: Content): { point: ClarityPoint; met: boolean }[] {
  return clarityPoints.map((point) => ({ point, met: tests[point](demand) }));
}

const contact = /(?<!\d)1[3-9]\d{9}(?!\d)|(?<!\d)0\d{2,3}-?\d{7,8}(?!\d)|[\w.+-]+@[\w-]+\.\w{2,}|(微信|QQ)号?\s*[:：]?\s*[\w-]{5,}/i;
const legalForm = /(集团)?(股份)?有限(责任)?公司$/;
const publicTexts = ['title', 'problem', 'currentState', 'acceptance'] as const;
export type PublicText = (typeof publicTexts)[number];

/** The public texts that hold a telephone number, a mail address or the like: contacts have fields of their own, which strangers do not see. */
export function textsWithContact(demand: Content): PublicText[] {
  return publicTexts.filter((field) => contact.test((demand[field] ?? '').normalize('NFKC')));
}

/** The public texts that name the organisation, with or without its legal form: an anonymous demand must not. */
export function textsNaming(demand: Content, organisationName: string): PublicText[] {
  const short = organisationName.replace(legalForm, '');
  return short.length < 4 ? [] : publicTexts.filter((field) => (demand[field] ?? '').includes(short));
}
