import { z } from 'zod';
import { ContractStatus } from './contracts/machine.js';
import { RefusalCode } from './contracts/rules.js';
import { DeclineReason } from './introductions/rules.js';
import { Role } from './policy.js';

const none = z.object({});
const reason = z.object({ reason: z.string() });
const changed = z.object({ fields: z.array(z.string()) });

/**
 * Every event of the audit trail and the shape of its data. These shapes are stored for years: add, never change.
 * No personal data beyond what the event is about; never a password, a token or a file's content.
 */
export const events = {
  'organisation.signedUp': none,
  'organisation.created': none,
  'organisation.edited': changed,
  'organisation.verified': none,
  'organisation.rejected': reason,
  'organisation.resubmitted': none,
  'organisation.suspended': reason,
  'organisation.restored': none,
  'member.invited': z.object({ email: z.string(), roles: z.array(Role) }),
  'member.joined': none,
  'member.rolesChanged': z.object({ roles: z.array(Role) }),
  'member.disabled': none,
  'member.enabled': none,
  'account.signedIn': z.object({ ip: z.string() }),
  'account.signInRefused': z.object({ ip: z.string() }),
  'account.locked': z.object({ ip: z.string() }),
  'account.signedOut': none,
  'account.sessionEnded': none,
  'account.passwordResetRequested': none,
  'account.passwordReset': none,
  'account.passwordChanged': none,
  'account.edited': changed,
  'contact.read': z.object({ of: z.string() }),
  'file.uploaded': z.object({ name: z.string() }),
  'file.read': z.object({ name: z.string() }),
  'achievement.created': none,
  'achievement.edited': changed,
  'achievement.submitted': none,
  'achievement.returned': reason,
  'achievement.released': none,
  'achievement.revised': changed,
  'achievement.withdrawn': reason,
  'achievement.reopened': none,
  'achievement.closed': none,
  'achievement.deleted': none,
  'demand.created': none,
  'demand.edited': changed,
  'demand.submitted': none,
  'demand.returned': reason,
  'demand.published': none,
  'demand.revised': none,
  'demand.withdrawn': reason,
  'demand.reopened': none,
  'demand.closed': none,
  'demand.deleted': none,
  'import.created': z.object({ name: z.string() }),
  'import.started': z.object({ rows: z.number() }),
  'import.finished': z.object({ imported: z.number(), refused: z.number() }),
  'import.undone': z.object({ removed: z.number() }),
  'introduction.requested': none,
  'introduction.accepted': none,
  'introduction.declined': z.object({ reason: DeclineReason }),
  'introduction.cancelled': none,
  'introduction.reminded': none,
  'introduction.expired': none,
  'negotiation.opened': none,
  'negotiation.messageWritten': none,
  'negotiation.fileAdded': z.object({ name: z.string() }),
  'negotiation.closed': none,
  'termSheet.saved': z.object({ version: z.number() }),
  'termSheet.confirmed': z.object({ version: z.number() }),
  'mandate.granted': z.object({ broker: z.string() }),
  'mandate.accepted': none,
  'mandate.declined': none,
  'contract.drafted': none,
  'contract.edited': changed,
  'contract.confirmed': z.object({ revision: z.number() }),
  'contract.submitted': none,
  'contract.cancelled': none,
  'contract.accepted': none,
  'contract.claimed': none,
  'contract.firstApproved': none,
  'contract.registered': z.object({ number: z.string() }),
  'contract.returned': z.object({ reason: z.string(), from: ContractStatus }),
  'contract.refused': z.object({ code: RefusalCode, reason: z.string() }),
  'job.retried': z.object({ task: z.string() }),
} as const satisfies Record<string, z.ZodType>;
export type EventName = keyof typeof events;
export type EventData<E extends EventName> = z.input<(typeof events)[E]>;
