import { z } from 'zod';

/** Days after the owner's last word: then 待确认, and hidden from search. Ours, not a law's. */
export const freshness = { dueAfterDays: 90, hiddenAfterDays: 180, linkDays: 60, askAgainDays: 30 } as const;

export const Freshness = z.enum(['FRESH', 'DUE', 'HIDDEN']).meta({ id: 'Freshness' });
export type Freshness = z.infer<typeof Freshness>;

const day = 86_400_000;

/** 确认: whether the owner has lately said that an item still holds. */
export function freshnessOf(confirmedAt: Date, now: Date): Freshness {
  const days = (now.getTime() - confirmedAt.getTime()) / day;
  if (days >= freshness.hiddenAfterDays) return 'HIDDEN';
  return days >= freshness.dueAfterDays ? 'DUE' : 'FRESH';
}

export const confirmationToken = z.object({ token: z.string().min(20).max(100) }).meta({ id: 'ConfirmationInput' });
