import type { ContractType } from '../contracts/rules.js';
import type { ClauseGroup, ClauseRuleCode } from './codes.js';

/**
 * C: the text of the law was read; P: known from secondary sources. A rule advises whatever its certainty; the certainty is shown with it.
 */
export type Certainty = 'C' | 'P';
/** Where a rule looks: the article about the subject, the heading of the contract, or everywhere. */
export type Place = 'ANY' | 'SUBJECT' | 'HEADING';

/** A sentence in which one of `any` stands, and none of `unless`; `notWith` looks at the whole contract. All are sources of regular expressions. */
export type Phrases = { any: readonly string[]; unless?: readonly string[]; notWith?: readonly string[]; place?: Place };
/** An article that must be there: a heading with something below it, or the words anywhere. A heading with 无 below it counts as absent. */
export type Required = { heading: string; words: readonly string[]; mayBeNone?: boolean };

type Common = {
  code: ClauseRuleCode;
  group: ClauseGroup;
  /** Beginnings of the contract types that the rule is for; all types when absent. */
  types?: readonly string[];
  basis: string;
  certainty: Certainty;
};
/** A rule that asks about what is written. */
export type PhraseRule = Common & { phrases: Phrases; examples: readonly string[]; counterExamples: readonly string[] };
/** A rule that asks about what is not written. */
export type RequiredRule = Common & { required: Required };
export type ClauseRule = PhraseRule | RequiredRule;

export function isFor(rule: { types?: readonly string[] }, type: ContractType): boolean {
  return !rule.types || rule.types.some((t) => type.startsWith(t));
}
