import { z } from 'zod';
import { addDays, addWorkingDays } from '../calendar.js';
import { rule } from '../issues.js';

/** A broker answers an offered demand within so many working days; unanswered it lapses, and the owner may ask another. */
export const handoverDeadline = { workingDays: 5 } as const;
export const longestHandover = { days: 366 } as const;

export const HandoverRefusal = z
  .enum(['OUT_OF_FIELD', 'NO_CAPACITY', 'TERMS_UNSUITABLE', 'DEMAND_UNCLEAR', 'CONFLICT_OF_INTEREST', 'OTHER'])
  .meta({ id: 'HandoverRefusal' });
export type HandoverRefusal = z.infer<typeof HandoverRefusal>;

/** 移交: what the owner of a demand offers a broker. The commission is per thousand of a contract that comes of it. */
export const handoverOffer = z
  .object({
    demandId: z.uuid(),
    personProfileId: z.uuid(),
    scope: z.string().trim().min(10).max(500),
    commissionPermille: z.number().int().min(0).max(300),
    until: z.iso.date().meta({ scalar: 'String' }),
  })
  .meta({ id: 'HandoverOfferInput' });
export type HandoverOffer = z.output<typeof handoverOffer>;

/** The refusal of an offer: why, so that the owner knows what to change or whom to ask next. */
export const handoverRefusal = z
  .object({ refusal: HandoverRefusal, note: z.string().trim().max(500).nullish() })
  .superRefine(({ refusal, note }, ctx) => {
    if (refusal === 'OTHER' && !note) ctx.addIssue({ code: 'custom', path: ['note'], ...rule('required') });
  })
  .meta({ id: 'HandoverRefusalInput' });
export type HandoverRefusalInput = z.output<typeof handoverRefusal>;

/** The last day for an answer to an offer of that day. */
export const handoverDueOn = (today: string): string => addWorkingDays(today, handoverDeadline.workingDays);

/** Whether a term is one: past the days for an answer, within a year. */
export const isHandoverTerm = (until: string, today: string): boolean => until > handoverDueOn(today) && until <= addDays(today, longestHandover.days);
