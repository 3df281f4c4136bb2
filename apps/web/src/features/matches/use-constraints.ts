import { matchConstraints, type MatchConstraint, type MatchConstraints } from '@jihui/domain';
import { useAddress } from '../../lib/use-address.js';

/** What stands in the address for each constraint; what cannot be read is left out. */
export const paramOf: Record<MatchConstraint, keyof MatchConstraints> = {
  REGION: 'region',
  PRICE: 'price',
  TRL: 'trl',
  MODE: 'mode',
  FIELD: 'field',
};

/** The reader's constraints, kept in the address so that a list can be sent to a colleague. */
export function useConstraints(): {
  constraints: MatchConstraints;
  change: (next: Partial<Record<keyof MatchConstraints, string | null>>) => void;
  clear: () => void;
} {
  const { params, change, clear } = useAddress();
  const constraints: MatchConstraints = {};
  for (const key of Object.values(paramOf)) {
    const text = params.get(key);
    const value = key === 'trl' && text !== null ? Number(text) : text;
    if (value !== null && matchConstraints.shape[key].safeParse(value).success) Object.assign(constraints, { [key]: value });
  }
  return { constraints, change, clear };
}
