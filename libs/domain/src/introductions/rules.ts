import { z } from 'zod';
import { rule } from '../issues.js';

/** Working days to answer, and how many before the last one a reminder goes out (domain.md D1). */
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

/** What others ask of us, and what we ask of others. */
export const IntroductionBox = z.enum(['RECEIVED', 'SENT']).meta({ id: 'IntroductionBox' });
export type IntroductionBox = z.infer<typeof IntroductionBox>;

/** From a match (both ids) or from a page (the other side's id and, if any, one's own item). */
export const introductionRequest = z
  .object({
    demandId: z.uuid().nullish(),
    achievementId: z.uuid().nullish(),
    message: z.string().trim().min(10).max(1000),
  })
  .superRefine((request, ctx) => {
    if (!request.demandId && !request.achievementId) ctx.addIssue({ code: 'custom', path: ['demandId'], ...rule('required') });
  })
  .meta({ id: 'IntroductionRequestInput' });

/** Why a contract between introduced parties does not name the broker: in words of the parties, for the branch and for the broker. */
export const brokerOmission = z
  .object({ contractId: z.uuid(), brokerId: z.uuid(), reason: z.string().trim().min(10).max(1000) })
  .meta({ id: 'BrokerOmissionInput' });
export type BrokerOmissionInput = z.output<typeof brokerOmission>;

/** A reason of the list; "other" says which. */
export const introductionDecline = z
  .object({ id: z.uuid(), version: z.number().int(), reason: DeclineReason, note: z.string().trim().max(500).nullish() })
  .superRefine((decline, ctx) => {
    if (decline.reason === 'OTHER' && !decline.note) ctx.addIssue({ code: 'custom', path: ['note'], ...rule('required') });
  })
  .meta({ id: 'IntroductionDeclineInput' });
