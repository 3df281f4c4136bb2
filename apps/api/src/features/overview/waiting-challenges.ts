import { shanghaiDay, type ChallengeStatus, type TaskCode } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { visible } from '../../platform/db/access.js';
import { ChallengeTask } from '../challenge-performance/challenge-task.entity.js';
import { Challenge } from '../challenges/challenge.entity.js';
import { firstOf, type OverviewList, type Sources } from './overview-list.js';

type Codes = Extract<TaskCode, `CHALLENGE${string}`>;
const shown = (c: Challenge) => ({ title: c.title, link: `/challenges/${c.id}`, at: c.updatedAt, dueOn: c.claimsCloseAt && shanghaiDay(c.claimsCloseAt) });
const items = ({ em }: Sources, actor: Actor, condition: string, statuses: readonly ChallengeStatus[]) =>
  firstOf(
    visible(em.createQueryBuilder(Challenge, 'c'), Challenge, actor)
      .andWhere(`c.status in (:...waiting) and ${condition}`, { waiting: statuses, own: actor.organisationId, self: actor.userId })
      .orderBy('c.updatedAt'),
    shown,
  );
/** A task with the day of its next milestone. */
const tasks = ({ em }: Sources, actor: Actor, condition: string) =>
  firstOf(
    visible(em.createQueryBuilder(ChallengeTask, 't'), ChallengeTask, actor).andWhere(condition, { own: actor.organisationId }).orderBy('t.updatedAt'),
    (t) => ({ title: t.title, link: `/challenge-tasks/${t.id}`, at: t.updatedAt, dueOn: t.milestones.find((m) => m.passed !== true)?.day ?? t.endsOn }),
  );

const organised = 'c."branchId" = :own';
/** What of 揭榜挂帅 waits for whom. */
export const challengesWaiting: Record<Codes, OverviewList> = {
  CHALLENGES_TO_AGREE: {
    permission: 'challenge.write',
    link: '/my/challenges',
    find: (sources, actor) => items(sources, actor, 'c."organisationId" = :own and c.original is not null and c."agreedAt" is null', ['ARGUED']),
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
        `${organised} and (c.status <> 'NOTICE' or exists (select 1 from challenge_objection o where o."challengeId" = c.id and o."answeredAt" is null) or c."noticeEndsOn" < current_date)`,
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
          or (select count(*) from score_card s where s."challengeId" = c.id and s."reviewerId" = :self) < (select count(*) from claim k where k."challengeId" = c.id and k.status = 'QUALIFIED')))`,
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
        `t."branchId" = :own and (t.status = 'FINAL_CHECK' or (t.status = 'RUNNING' and t.milestones @? '$[*] ? (@.evidence != null && @.passed == null)'))`,
      ),
  },
};
