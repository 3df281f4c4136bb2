import { z } from 'zod';

/** Days to answer and the working day on which a reminder goes out (domain.md D1). */
export const introductionDeadline = { workingDays: 10, remindBefore: 3 } as const;

export const DeclineReason = z
  .enum([
    'NOT_RELEVANT',
    'TOO_EARLY',
    'BENEFIT_UNCLEAR',
    'DESCRIPTION_UNCLEAR',
    'INDICATORS_NOT_MET',
    'PRICE',
    'IP_POSITION',
    'NO_CAPACITY',
    'ALREADY_SOLVED',
    'OTHER',
  ])
  .meta({ id: 'DeclineReason' });
export type DeclineReason = z.infer<typeof DeclineReason>;

/** From a match (both ids) or from a page (the other side's id and, if any, one's own item). */
export const introductionRequest = z
  .object({
    demandId: z.uuid().nullish(),
    achievementId: z.uuid().nullish(),
    message: z.string().trim().min(10).max(1000),
  })
  .meta({ id: 'IntroductionRequestInput' });

export const introductionDecline = z
  .object({ id: z.uuid(), version: z.number().int(), reason: DeclineReason, note: z.string().trim().max(500).nullish() })
  .meta({ id: 'IntroductionDeclineInput' });
