import type { DemandContent } from './rules.js';

type Content = Partial<DemandContent>;

const contact = /(?<!\d)1[3-9]\d{9}(?!\d)|(?<!\d)0\d{2,3}-?\d{7,8}(?!\d)|[\w.+-]+@[\w-]+\.\w{2,}|(微信|QQ)号?\s*[:：]?\s*[\w-]{5,}/i;
const legalForm = /(集团)?(股份)?有限(责任)?公司$/;
const publicTexts = ['title', 'problem', 'currentState', 'acceptance', 'deliverables', 'exclusions'] as const;
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
