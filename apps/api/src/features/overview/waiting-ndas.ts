import type { TaskCode, TierSubject } from '@jihui/domain';
import { visible } from '../../platform/db/access.js';
import { Nda } from '../tiers/nda.entity.js';
import { NdaWish } from '../tiers/nda-wish.entity.js';
import { firstOf, type OverviewList } from './overview-list.js';

const pages: Record<TierSubject, (id: string) => string> = {
  ACHIEVEMENT: (id) => `/achievements/${id}#confidential`,
  DEMAND: (id) => `/demands/${id}#confidential`,
  NEGOTIATION: (id) => `/negotiations/${id}?tab=confidential`,
};

/** Agreements that wait: for our answer as the owner, and for our acceptance because a colleague asks for it. */
export const ndasWaiting: Record<Extract<TaskCode, `NDAS_${string}`>, OverviewList> = {
  NDAS_TO_ANSWER: {
    permission: 'nda.answer',
    link: '/ndas?tab=received&status=REQUESTED',
    find: ({ em }, actor) =>
      firstOf(
        visible(em.createQueryBuilder(Nda, 'n'), Nda, actor).andWhere(`n.status = 'REQUESTED' and n.ownerId = :own`, { own: actor.organisationId }).orderBy('n.acceptedAt').addOrderBy('n.id'),
        (n) => ({ title: n.title, link: '/ndas?tab=received&status=REQUESTED', at: n.acceptedAt, dueOn: null }),
      ),
  },
  NDAS_TO_ACCEPT: {
    permission: 'nda.accept',
    link: '/ndas?tab=own',
    find: ({ em }, actor) =>
      firstOf(
        visible(em.createQueryBuilder(NdaWish, 'w'), NdaWish, actor).andWhere('w.closedAt is null').orderBy('w.createdAt').addOrderBy('w.id'),
        (w) => ({ title: w.title, link: pages[w.subjectKind](w.subjectId), at: w.createdAt, dueOn: null }),
      ),
  },
};
