import { shanghaiDay, type ChallengeStatus, type TaskCode } from '@jihui/domain';
import { may, type Actor } from '../../platform/auth/actor.js';
import { visible } from '../../platform/db/access.js';
import { ChallengeTask } from '../challenge-performance/challenge-task.entity.js';
import { Challenge } from '../challenges/challenge.entity.js';
import { firstOf, type OverviewList, type Sources } from './overview-list.js';
import type { MeetingCode } from './waiting-meetings.js';

type Codes = Exclude<Extract<TaskCode, `CHALLENGE${string}`>, MeetingCode>;
/** The end of the claims is a last day only while they may still be handed in. */
const shown = (c: Challenge) => ({
  title: c.title,
  link: c.status === 'DRAFT' ? `/my/challenges/${c.id}/edit` : `/challenges/${c.id}`,
  at: c.updatedAt,
  dueOn: c.status === 'CLAIM_OPEN' && c.claimsCloseAt ? shanghaiDay(c.claimsCloseAt) : null,
});
const items = ({ em }: Sources, actor: Actor, condition: string, statuses: readonly ChallengeStatus[]) =>
  firstOf(
    visible(em.createQueryBuilder(Challenge, 'c'), Challenge, actor)
      .andWhere(`c.status in (:...waiting) and ${condition}`, { waiting: statuses, own: actor.organisationId, self: actor.userId, today: shanghaiDay(new Date()) })
      .orderBy('c.updatedAt'),
    shown,
  );
/** A task with the day of its next milestone. The owner finds it through his items. */
const tasks = async ({ em }: Sources, actor: Actor, condition: string) => {
  let owned = false;
  const query = visible(em.createQueryBuilder(ChallengeTask, 't'), ChallengeTask, actor).andWhere(condition, { own: actor.organisationId }).orderBy('t.updatedAt');
  const found = await firstOf(query, (t) => {
    owned ||= t.ownerId === actor.organisationId;
    return { title: t.title, link: `/challenge-tasks/${t.id}`, at: t.updatedAt, dueOn: t.milestones.find((m) => m.passed !== true)?.day ?? t.endsOn };
  });
  return owned ? { ...found, link: '/my/challenges' } : found;
};

const organised = 'c."branchId" = :own';
const cardsOf = (reviewer: string) => `(select count(*) from score_card s where s."challengeId" = c.id and s."reviewerId" = ${reviewer})`;
const claimsToScore = `(select count(*) from claim k where k."challengeId" = c.id and k.status = 'QUALIFIED')`;
/** A review is decided once every card is in, a notice once an objection came or its time is over. */
const decidable = `(c.status = 'ARGUED'
  or c.status = 'REVIEW' and not exists (select 1 from challenge_reviewer r where r."challengeId" = c.id and r."recusedAt" is null and ${cardsOf('r."userId"')} < ${claimsToScore})
  or c.status = 'NOTICE' and (c."noticeEndsOn" < :today or exists (select 1 from challenge_objection o where o."challengeId" = c.id and o."answeredAt" is null)))`;
/** What of 揭榜挂帅 waits for whom. */
export const challengesWaiting: Record<Codes, OverviewList> = {
  CHALLENGES_TO_AGREE: {
    permission: 'challenge.write',
    link: '/my/challenges',
    find: (sources, actor) => items(sources, actor, 'c."organisationId" = :own and c.original is not null and c."agreedAt" is null', ['ARGUED']),
  },
  CHALLENGES_RETURNED: {
    permission: 'challenge.write',
    link: '/my/challenges',
    find: (sources, actor) => items(sources, actor, 'c."organisationId" = :own and c."returnReason" is not null', ['DRAFT']),
  },
  CHALLENGE_QUESTIONS_TO_ANSWER: {
    permission: 'challenge.answer',
    link: '/my/challenges',
    find: async (sources, actor) => {
      const condition = ':own in (c."organisationId", c."branchId") and exists (select 1 from challenge_question q where q."challengeId" = c.id and q."answeredAt" is null)';
      const found = await items(sources, actor, condition, ['CLAIM_OPEN']);
      return may(actor, 'challenge.hold') ? { ...found, link: '/review/challenges' } : found;
    },
  },
  CHALLENGES_TO_OPEN: {
    permission: 'challenge.hold',
    link: '/review/challenges',
    find: (sources, actor) =>
      items(sources, actor, 'exists (select 1 from challenge_key y where y."challengeId" = c.id and y."holderId" = :self and y."givenAt" is null)', ['CLAIM_CLOSED']),
  },
  CHALLENGES_TO_SCREEN: {
    permission: 'challenge.screen',
    link: '/review/challenges',
    find: (sources, actor) => items(sources, actor, organised, ['COLLECTING', 'SCREENED', 'APPROVED', 'OPENED', 'QUALIFIED', 'DECIDED']),
  },
  CHALLENGES_TO_DECIDE: {
    permission: 'challenge.approve',
    link: '/review/challenges',
    find: (sources, actor) =>
      items(
        sources,
        actor,
        `${organised} and ${decidable}`,
        ['ARGUED', 'REVIEW', 'NOTICE'],
      ),
  },
  CHALLENGES_TO_SCORE: {
    permission: 'challenge.review',
    link: '/my/claims',
    find: (sources, actor) =>
      items(
        sources,
        actor,
        `exists (select 1 from challenge_reviewer r where r."challengeId" = c.id and r."userId" = :self and r."recusedAt" is null and (r."declaredAt" is null
          or c.status = 'REVIEW' and ${cardsOf(':self')} < ${claimsToScore}))`,
        ['QUALIFIED', 'REVIEW'],
      ),
  },
  CHALLENGE_TASKS_OPEN: {
    permission: 'challengeTask.act',
    link: '/my/claims',
    find: (sources, actor) => tasks(sources, actor, `t.status in ('SIGNING', 'RUNNING') and :own in (t."organisationId", t."ownerId")`),
  },
  CHALLENGE_TASKS_TO_CHECK: {
    permission: 'challenge.screen',
    link: '/review/challenges',
    find: (sources, actor) =>
      tasks(
        sources,
        actor,
        `t."branchId" = :own and (t.status = 'FINAL_CHECK' or (t.status = 'RUNNING' and (t.milestones @? '$[*] ? (@.evidence != null && @.passed == null)' or t.change @> '{"agreed": true}')))`,
      ),
  },
};
