import { matchConstraints, type MatchConstraint, type MatchConstraints } from '@jihui/domain';
import { useTranslation } from 'react-i18next';
import { useAddress } from '../../lib/use-address.js';

/** What stands in the address for each constraint; what cannot be read is left out. */
export const paramOf: Record<MatchConstraint, keyof MatchConstraints> = {
  REGION: 'region',
  PRICE: 'price',
  TRL: 'trl',
  MODE: 'mode',
  FIELD: 'field',
};

/** The address of a pair's reasons: whose list it was read in, and what its reader insists on. */
export function reasonsOf(params: URLSearchParams, isDemandsList: boolean): string {
  const kept = Object.values(paramOf).flatMap((key) => (params.has(key) ? [[key, params.get(key) ?? '']] : []));
  return new URLSearchParams([['of', isDemandsList ? 'demand' : 'achievement'], ...kept]).toString();
}

/** What was typed or stands in the address and cannot be read, with the reason; the list goes on without it. */
export type WrongConstraints = Partial<Record<keyof MatchConstraints, { typed: string; sentence: string }>>;

/** The reader's constraints, kept in the address so that a list can be sent to a colleague. */
export function useConstraints(): {
  constraints: MatchConstraints;
  wrong: WrongConstraints;
  change: (next: Partial<Record<keyof MatchConstraints, string | null>>) => void;
  clear: () => void;
} {
  const { params, change, clear } = useAddress();
  const { t } = useTranslation('matches');
  const constraints: MatchConstraints = {};
  const wrong: WrongConstraints = {};
  for (const key of Object.values(paramOf)) {
    const typed = params.get(key);
    if (typed === null) continue;
    const read = matchConstraints.shape[key].safeParse(key === 'trl' ? Number(typed) : typed);
    if (read.success) Object.assign(constraints, { [key]: read.data });
    else wrong[key] = { typed, sentence: t(key === 'price' ? (/^0+$/.test(typed) ? 'constraint.wrongZero' : 'constraint.wrongPrice') : 'constraint.wrongChoice', { typed }) };
  }
  return { constraints, wrong, change, clear };
}
