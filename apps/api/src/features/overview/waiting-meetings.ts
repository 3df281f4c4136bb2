import { shanghaiDay, type TaskCode } from '@jihui/domain';
import { In, type ObjectLiteral } from 'typeorm';
import type { Actor } from '../../platform/auth/actor.js';
import { visible } from '../../platform/db/access.js';
import { ChallengeMeeting } from '../challenge-meetings/challenge-meeting.entity.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { firstOf, firstRecords, type Found, type OverviewList, type Sources } from './overview-list.js';

export type MeetingCode = Extract<TaskCode, 'CHALLENGE_MEETINGS_AHEAD' | 'CHALLENGE_MINUTES_TO_CONFIRM' | 'CHALLENGE_INTENTIONS_TO_SIGN' | 'CHALLENGE_MEETINGS_OPEN'>;

/** Talks of items that still wait for their review: once it has begun nothing is done to a talk any more. */
async function talks({ em }: Sources, actor: Actor, condition: string): Promise<Found> {
  const params: ObjectLiteral = { own: actor.organisationId, now: new Date() };
  const query = visible(em.createQueryBuilder(ChallengeMeeting, 'm'), ChallengeMeeting, actor)
    .andWhere(`exists (select 1 from challenge c where c.id = m."challengeId" and c.status = 'QUALIFIED') and ${condition}`, params)
    .orderBy('m.at')
    .addOrderBy('m.id');
  const rows = await query.clone().take(firstRecords).getMany();
  const others = rows.map((m) => (m.organisationId === actor.organisationId ? m.ownerId : m.organisationId));
  const names = new Map((await em.findBy(Organisation, { id: In(others) })).map((o) => [o.id, o.name]));
  // The bidder knows the item by its owner, owner and branch by its bidder.
  const title = (m: ChallengeMeeting) => [m.title, names.get(m.organisationId === actor.organisationId ? m.ownerId : m.organisationId)].filter(Boolean).join(' · ');
  const found = await firstOf(query, (m) => ({ title: title(m), link: `/challenges/${m.challengeId}`, at: m.updatedAt, dueOn: m.status === 'PLANNED' ? shanghaiDay(m.at) : null }));
  return rows.some((m) => m.ownerId === actor.organisationId) ? { ...found, link: '/my/challenges' } : found;
}

const party = ':own in (m."organisationId", m."ownerId")';
/** The mark of the reader's own side is missing. */
const unmarked = (marks: 'confirmations' | 'intentionMarks') =>
  `not m."${marks}" @> jsonb_build_array(jsonb_build_object('side', case when m."ownerId" = :own then 'OWNER' else 'BIDDER' end))`;
const atWork = { permission: 'challengeMeeting.act', link: '/my/claims' } as const;

/** What of 供需对接 waits for owner, bidder and branch. */
export const meetingsWaiting: Record<MeetingCode, OverviewList> = {
  CHALLENGE_MEETINGS_AHEAD: { ...atWork, find: (sources, actor) => talks(sources, actor, `m.status = 'PLANNED' and m.at > :now and ${party}`) },
  CHALLENGE_MINUTES_TO_CONFIRM: {
    ...atWork,
    find: (sources, actor) => talks(sources, actor, `m.status = 'PLANNED' and m.at <= :now and ${party} and ${unmarked('confirmations')}`),
  },
  CHALLENGE_INTENTIONS_TO_SIGN: {
    ...atWork,
    find: (sources, actor) => talks(sources, actor, `m.status = 'HELD' and m."intentionFileId" is not null and ${party} and ${unmarked('intentionMarks')}`),
  },
  CHALLENGE_MEETINGS_OPEN: {
    permission: 'challenge.screen',
    link: '/review/challenges',
    find: (sources, actor) =>
      talks(sources, actor, `m."branchId" = :own and (m.status = 'PLANNED' or m.status = 'HELD' and m."intentionFileId" is not null and jsonb_array_length(m."intentionMarks") < 2)`),
  },
};
