import { useQuery } from '@tanstack/react-query';
import { RuleBook } from '@jihui/domain';
import { graphql, type ResultOf } from '@jihui/gql';
import { request } from './api.js';

const Rules = graphql('query Rules { rules { id key validFrom validTo value basis certainty note } }');
export type RuleRow = ResultOf<typeof Rules>['rules'][number];
export const rulesKey = ['rules'];
export const getRules = async () => (await request(Rules)).rules;

/** The rules of the database for calculations in the page; undefined while they are on their way. */
export function useRuleBook(): RuleBook | undefined {
  const { data } = useQuery({ queryKey: [...rulesKey, 'book'], queryFn: async () => new RuleBook(await getRules()), staleTime: 300_000 });
  return data;
}
