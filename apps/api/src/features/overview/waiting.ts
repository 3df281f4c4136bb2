import { addWorkingDays, shanghaiDay, type TaskCode } from '@jihui/domain';
import { visible } from '../../platform/db/access.js';
import { deadJobs } from './dead-job-list.js';
import { firstOf, type OverviewList } from './overview-list.js';
import { Achievement } from '../achievements/achievement.entity.js';
import { challengesWaiting } from './waiting-challenges.js';
import { contractsWaiting } from './waiting-contracts.js';
import { mattersWaiting } from './waiting-matters.js';
import { meetingsWaiting } from './waiting-meetings.js';
import { ndasWaiting } from './waiting-ndas.js';
import { Demand } from '../demands/demand.entity.js';
import { Introduction } from '../introductions/introduction.entity.js';
import { Mandate } from '../negotiations/mandate.entity.js';
import { Negotiation } from '../negotiations/negotiation.entity.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { DuplicatePair } from '../quality/duplicate-pair.entity.js';

/** Days within which an operator answers a demand or a sign-up (our own service promise). */
const answerDays = 3;
const due = (since: Date | null): string | null => since && addWorkingDays(shanghaiDay(since), answerDays);

/** What may wait for a person, by his permissions and his organisation. */
export const waiting: Record<TaskCode, OverviewList> = {
  ...contractsWaiting,
  ...mattersWaiting,
  ...challengesWaiting,
  ...meetingsWaiting,
  ...ndasWaiting,
  ACHIEVEMENTS_TO_RELEASE: {
    permission: 'achievement.release',
    link: '/my/achievements?status=IN_REVIEW',
    find: ({ em }, actor) =>
      firstOf(
        visible(em.createQueryBuilder(Achievement, 'a'), Achievement, actor).andWhere(`a.status = 'IN_REVIEW' and a.organisationId = :own`, { own: actor.organisationId }).orderBy('a.submittedAt'),
        (a) => ({ title: a.title, link: `/achievements/${a.id}`, at: a.submittedAt ?? a.updatedAt, dueOn: null }),
      ),
  },
  ACHIEVEMENTS_RETURNED: {
    permission: 'achievement.write',
    link: '/my/achievements?status=DRAFT',
    find: ({ em }, actor) =>
      firstOf(
        visible(em.createQueryBuilder(Achievement, 'a'), Achievement, actor)
          .andWhere(`a.status = 'DRAFT' and a.returnReason is not null and a.createdBy = :self`, { self: actor.userId })
          .orderBy('a.updatedAt', 'DESC'),
        (a) => ({ title: a.title, link: `/my/achievements/${a.id}/edit`, at: a.updatedAt, dueOn: null }),
      ),
  },
  DEMANDS_TO_PUBLISH: {
    permission: 'demand.publish',
    link: '/review/demands',
    find: ({ em }, actor) =>
      firstOf(
        visible(em.createQueryBuilder(Demand, 'd'), Demand, actor).andWhere(`d.status = 'SUBMITTED' and d.branchId = :own`, { own: actor.organisationId }).orderBy('d.submittedAt'),
        (d) => ({ title: d.title, link: `/review/demands?id=${d.id}`, at: d.submittedAt ?? d.updatedAt, dueOn: due(d.submittedAt) }),
      ),
  },
  DUPLICATES_TO_JUDGE: {
    permission: 'duplicate.decide',
    link: '/quality/duplicates',
    find: ({ em }, actor) =>
      firstOf(
        visible(em.createQueryBuilder(DuplicatePair, 'p'), DuplicatePair, actor).andWhere(`p.status = 'OPEN'`).orderBy('p.createdAt', 'DESC').addOrderBy('p.id', 'DESC'),
        (p) => ({ title: p.titles.join(' ↔ '), link: `/quality/duplicates/${p.id}`, at: p.createdAt, dueOn: null }),
      ),
  },
  DEMANDS_RETURNED: {
    permission: 'demand.write',
    link: '/my/demands?status=DRAFT',
    find: ({ em }, actor) =>
      firstOf(
        visible(em.createQueryBuilder(Demand, 'd'), Demand, actor)
          .andWhere(`d.status = 'DRAFT' and d.returnReason is not null and d.organisationId = :own`, { own: actor.organisationId })
          .orderBy('d.updatedAt', 'DESC'),
        (d) => ({ title: d.title, link: `/my/demands/${d.id}/edit`, at: d.updatedAt, dueOn: null }),
      ),
  },
  ORGANISATIONS_TO_VERIFY: {
    permission: 'organisation.verify',
    link: '/review/organisations',
    find: ({ em }, actor) =>
      firstOf(
        visible(em.createQueryBuilder(Organisation, 'o'), Organisation, actor).andWhere(`o.status = 'PENDING' and o.branchId = :own`, { own: actor.organisationId }).orderBy('o.submittedAt', 'ASC', 'NULLS FIRST'),
        (o) => ({ title: o.name, link: `/review/organisations?id=${o.id}`, at: o.submittedAt ?? o.createdAt, dueOn: due(o.submittedAt ?? o.createdAt) }),
      ),
  },
  INTRODUCTIONS_TO_ANSWER: {
    permission: 'introduction.answer',
    link: '/introductions?tab=received&status=REQUESTED',
    find: ({ em }, actor) =>
      firstOf(
        visible(em.createQueryBuilder(Introduction, 'i'), Introduction, actor).andWhere(`i.status = 'REQUESTED' and i.answererId = :own`, { own: actor.organisationId }).orderBy('i.dueOn'),
        (i) => ({ title: (i.answererId === i.supplierId ? i.achievementTitle : i.demandTitle) ?? i.demandTitle ?? i.achievementTitle ?? '', link: `/introductions?tab=received&open=${i.id}`, at: i.createdAt, dueOn: i.dueOn }),
      ),
  },
  TERM_SHEETS_TO_CONFIRM: {
    permission: 'termSheet.confirm',
    link: '/negotiations?status=OPEN',
    find: ({ em }, actor) =>
      firstOf(
        visible(em.createQueryBuilder(Negotiation, 'n'), Negotiation, actor)
          .andWhere(`n.status = 'OPEN' and exists (select 1 from term_wording w where w."negotiationId" = n.id
              and (n.supplierId = :own and w."supplierAcceptedAt" is null or n.demanderId = :own and w."demanderAcceptedAt" is null)
              and not exists (select 1 from term_wording l where l."negotiationId" = n.id and l.key = w.key and l.number > w.number))`, { own: actor.organisationId })
          .orderBy('n.updatedAt', 'DESC'),
        (n) => ({ title: n.title, link: `/negotiations/${n.id}?tab=terms`, at: n.updatedAt, dueOn: null }),
      ),
  },
  MANDATES_TO_ANSWER: {
    permission: 'mandate.answer',
    link: '/negotiations?tab=mandates',
    find: ({ em }, actor) =>
      firstOf(
        visible(em.createQueryBuilder(Mandate, 'm'), Mandate, actor).andWhere(`m.status = 'GRANTED' and m.brokerFirmId = :own`, { own: actor.organisationId }).orderBy('m.createdAt'),
        (m) => ({ title: m.title, link: '/negotiations?tab=mandates', at: m.createdAt, dueOn: m.dueOn }),
      ),
  },
  DEAD_JOBS: { permission: 'job.read', link: '/jobs', find: deadJobs },
};
