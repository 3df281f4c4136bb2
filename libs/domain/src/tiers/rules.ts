import { z } from 'zod';
import { rule } from '../issues.js';

/** What has a second tier: an item of the catalogue, or the room of a talk, where each side has its own. */
export const TierSubject = z.enum(['ACHIEVEMENT', 'DEMAND', 'NEGOTIATION']).meta({ id: 'TierSubject' });
export type TierSubject = z.infer<typeof TierSubject>;

/** Whose agreements: those that others accept for our parts, or our own for the parts of others. */
export const NdaBox = z.enum(['RECEIVED', 'OWN']).meta({ id: 'NdaBox' });
export type NdaBox = z.infer<typeof NdaBox>;

/** What was opened. */
export const TierOpeningKind = z.enum(['TEXT', 'FILE']).meta({ id: 'TierOpeningKind' });
export type TierOpeningKind = z.infer<typeof TierOpeningKind>;

/** Until its owner says otherwise: it approves every reader, reading ends after six months, secrecy binds for three years. Ours, not a law's. */
export const tierDefaults = { approvalRequired: true, accessMonths: 6, termYears: 3 } as const;

const ref = { subjectKind: TierSubject, subjectId: z.uuid() };
/** A confidential part; `ownerId` says whose, in a room. */
export const tierRef = z.object({ ...ref, ownerId: z.uuid().nullish() }).meta({ id: 'TierRefInput' });
export type TierRef = z.output<typeof tierRef>;

/** What its owner decides. The text of an achievement's part is written in the achievement's own form. */
export const tierEdit = z
  .object({
    ...ref,
    /** 0 while nothing has been saved. */
    version: z.number().int(),
    text: z.string().trim().max(5000).nullish(),
    approvalRequired: z.boolean(),
    accessMonths: z.number().int().min(1).max(36),
    termYears: z.number().int().min(1).max(10),
  })
  .meta({ id: 'TierEditInput' });
export type TierEdit = z.output<typeof tierEdit>;

/** An authorised person accepts exactly the text that he has read. */
export const ndaAcceptance = z
  .object({
    ...ref,
    ownerId: z.uuid().nullish(),
    sha256: z.string().length(64),
    purpose: z.string().trim().min(5).max(300),
    isAuthorised: z.boolean().refine((v) => v, rule('terms')),
  })
  .meta({ id: 'NdaAcceptanceInput' });
export type NdaAcceptance = z.output<typeof ndaAcceptance>;

/** A member asks those who may bind the organisation to accept. */
export const ndaWish = z
  .object({ ...ref, ownerId: z.uuid().nullish(), purpose: z.string().trim().min(5).max(300) })
  .meta({ id: 'NdaWishInput' });
export type NdaWishInput = z.output<typeof ndaWish>;

/** What can carry a visible mark: only this is taken into a second tier, up to a size that is stamped at once. */
export const markableTypes: readonly string[] = ['application/pdf', 'image/png', 'image/jpeg'];
export const markableMegabytes = 20;
export const tierFileLimit = 20;
