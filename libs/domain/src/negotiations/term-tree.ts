import { z } from 'zod';
import { ClauseKey } from '../clauses/tree/keys.js';
import { clauseTree, type ClauseNode } from '../clauses/tree/tree.js';
import type { ContractField, ContractType } from '../contracts/rules.js';

/** A clause of the term sheet: one article of the contract that follows from it. The price is agreed with its payment, not apart from it. */
export const TermKey = z
  .enum(['type', 'title', 'subject', 'price', 'term', 'ipOwnership', 'acceptance', 'confidentiality', ...ClauseKey.options])
  .meta({ id: 'TermKey' });
export type TermKey = z.infer<typeof TermKey>;
/** The branches under which the clauses are read. */
export const TermSection = z.enum(['BASICS', 'SUBJECT', 'PERFORMANCE', 'PRICE', 'RIGHTS', 'LIABILITY', 'OTHER']).meta({ id: 'TermSection' });
export type TermSection = z.infer<typeof TermSection>;

export type TermNode = Pick<ClauseNode, 'heading' | 'isRequired' | 'hint' | 'starter' | 'defaultRule'> & { key: TermKey };
export type TermBranch = { section: TermSection; clauses: TermNode[] };

const sectionOf: Record<TermKey, TermSection> = {
  ...{ type: 'BASICS', title: 'BASICS', subject: 'SUBJECT', patent: 'SUBJECT', licenceScope: 'SUBJECT', teachers: 'SUBJECT' },
  ...{ plan: 'PERFORMANCE', materials: 'PERFORMANCE', cooperation: 'PERFORMANCE', term: 'PERFORMANCE', transferRegistration: 'PERFORMANCE' },
  ...{ price: 'PRICE', ipOwnership: 'RIGHTS', confidentiality: 'RIGHTS', warranty: 'RIGHTS', improvements: 'RIGHTS', newResults: 'RIGHTS' },
  ...{ acceptance: 'LIABILITY', risk: 'LIABILITY', breach: 'LIABILITY', dispute: 'LIABILITY' },
  ...{ definitions: 'OTHER', contacts: 'OTHER', other: 'OTHER' },
};
const keyOfField: Partial<Record<ContractField, TermKey>> = {
  ...{ title: 'title', subject: 'subject', totalAmount: 'price', startsOn: 'term' },
  ...{ ipOwnership: 'ipOwnership', acceptance: 'acceptance', confidentiality: 'confidentiality' },
};
const typeNode: TermNode = { key: 'type', heading: '合同类型', isRequired: true, hint: '类型决定必备条款，也决定登记的类别。' };

const keyOf = (node: ClauseNode): TermKey | undefined => node.key ?? keyOfField[node.fields[0] ?? 'type'];

/** In the room these two are agreed, not taken over from a contract. */
const ownHint: Partial<Record<TermKey, string>> = { price: '总价、支付方式和支付安排一起商定。', term: '自起草合同之日起计算。' };
/** What the articles are called before a type says it more closely. */
const untyped: Partial<Record<TermKey, string>> = { subject: '标的的内容、范围和要求', price: '价款、报酬及其支付' };

/** The clauses of a talk about a contract of that type; before a type is named only what every contract has. */
export function termTree(type: ContractType | null): TermBranch[] {
  const nodes: TermNode[] = [typeNode];
  for (const node of clauseTree(type ?? 'SERVICE')) {
    const key = keyOf(node);
    if (!key) continue;
    const hint = ownHint[key] ?? node.hint;
    if (type) nodes.push({ ...node, key, hint });
    else if (node.key === null) nodes.push({ key, heading: untyped[key] ?? node.heading, isRequired: true, hint });
  }
  return TermSection.options
    .map((section) => ({ section, clauses: nodes.filter((n) => sectionOf[n.key] === section) }))
    .filter((branch) => branch.clauses.length > 0);
}
