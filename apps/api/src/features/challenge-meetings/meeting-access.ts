import { challengeMeetingMachine, type ChallengeMeetingAction, type ChallengeMeetingSide, type Permission } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import type { Scope } from '../../platform/db/access.js';
import { actionsFor } from '../../platform/graphql/actions.js';
import { worksInBranch } from '../challenges/challenge-access.js';
import type { ChallengeMeeting } from './challenge-meeting.entity.js';

type Parties = Pick<ChallengeMeeting, 'organisationId' | 'ownerId' | 'branchId'>;

/** An enterprise never bids for its own item, so nobody stands on both sides. */
export function meetingSideOf(actor: Actor, { organisationId, ownerId }: Parties): ChallengeMeetingSide | null {
  if (actor.organisationId === null) return null;
  if (actor.organisationId === ownerId) return 'OWNER';
  return actor.organisationId === organisationId ? 'BIDDER' : null;
}
const ofBranch = (actor: Actor, { branchId }: Parties): boolean => worksInBranch(actor) && branchId === actor.organisationId;

export function meetingScope(alias: string, actor: Actor): Scope {
  return {
    sql: `:meetingOrg in (${alias}."organisationId", ${alias}."ownerId") or (:meetingBranch and ${alias}."branchId" = :meetingOrg)`,
    params: { meetingOrg: actor.organisationId, meetingBranch: worksInBranch(actor) },
  };
}
export const meetingRules: Partial<Record<Permission, (actor: Actor, m: ChallengeMeeting) => boolean>> = {
  'challengeMeeting.act': (actor, m) => meetingSideOf(actor, m) !== null,
  'challenge.answer': (actor, m) => meetingSideOf(actor, m) === 'OWNER' || ofBranch(actor, m),
};

/** The buttons of a person while the item waits for its review. Which confirmation is the second follows from the first. */
export function meetingActions(entity: new () => ChallengeMeeting, m: ChallengeMeeting, actor: Actor, now: Date): ChallengeMeetingAction[] {
  const side = meetingSideOf(actor, m);
  return actionsFor(challengeMeetingMachine, entity, m, actor).filter((a) => {
    if (a === 'hold') return false;
    if (a === 'writeMinutes') return m.at <= now;
    if (a === 'confirmMinutes') return m.minutes !== null && !m.confirmations.some((c) => c.side === side);
    if (a === 'handIntention') return m.intentionMarks.length < 2;
    if (a === 'signIntention') return m.intentionFileId !== null && !m.intentionMarks.some((c) => c.side === side);
    return true;
  });
}
