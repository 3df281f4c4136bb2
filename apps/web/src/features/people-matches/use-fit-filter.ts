import { peopleFitFilter, type FitConstraint, type PeopleFitFilter } from '@jihui/domain';
import { useAddress } from '../../lib/use-address.js';

/** What stands in the address for each condition; the page may have filters of its own. */
export const paramOf: Record<FitConstraint, string> = { ROLE: 'role', REGION: 'at', FIELD: 'infield', UNIT_KIND: 'unit', CASES: 'cases' };
const keyOf: Record<FitConstraint, keyof PeopleFitFilter> = { ROLE: 'role', REGION: 'regionCode', FIELD: 'techField', UNIT_KIND: 'unitKind', CASES: 'minCases' };

/** The conditions of the reader, kept in the address; what cannot be read there is left out. */
export function useFitFilter(shown: readonly FitConstraint[]): { filter: PeopleFitFilter; change: (next: Record<string, string | null>) => void } {
  const { params, change } = useAddress();
  const filter: PeopleFitFilter = {};
  for (const of of shown) {
    const text = params.get(paramOf[of]);
    const read = peopleFitFilter.shape[keyOf[of]].safeParse(of === 'CASES' && text !== null ? Number(text) : text);
    if (text !== null && read.success) Object.assign(filter, { [keyOf[of]]: read.data });
  }
  return { filter, change };
}
