import type { NewsCode } from '@jihui/domain';
import { visible } from '../../platform/db/access.js';
import { In } from 'typeorm';
import { Achievement } from '../achievements/achievement.entity.js';
import { TechnologyContract } from '../contracts/technology-contract.entity.js';
import { Demand } from '../demands/demand.entity.js';
import { Introduction } from '../introductions/introduction.entity.js';
import { Negotiation } from '../negotiations/negotiation.entity.js';
import { firstOf, firstRecords, type OverviewList } from './overview-list.js';

/** What counts as new: a fortnight, so that a holiday hides nothing. */
const recent = `now() - interval '14 days'`;

/** What has happened for a person lately. */
export const news: Record<NewsCode, OverviewList> = {
  MATCHES: {
    permission: 'match.read',
    link: '/matches',
    async find({ em, matches }, actor) {
      if (actor.organisationKind === 'MARKET_OPERATOR') return { count: 0, records: [] };
      const { items, total } = await matches.mine(actor, { page: 1, size: firstRecords });
      const demands = new Map((await em.findBy(Demand, { id: In(items.map((m) => m.demandId)) })).map((d) => [d.id, d.title]));
      const achievements = new Map((await em.findBy(Achievement, { id: In(items.map((m) => m.achievementId)) })).map((a) => [a.id, a.title]));
      const records = items.map((m) => ({
        title: `${demands.get(m.demandId) ?? ''} ↔ ${achievements.get(m.achievementId) ?? ''}`,
        link: `/matches/${m.demandId}/${m.achievementId}`,
        at: m.foundAt,
        dueOn: null,
      }));
      return { count: total, records };
    },
  },
  INTRODUCTION_ANSWERS: {
    permission: 'introduction.request',
    link: '/introductions?tab=sent',
    find: ({ em }, actor) =>
      firstOf(
        visible(em.createQueryBuilder(Introduction, 'i'), Introduction, actor)
          .andWhere(`i.requesterId = :own and i.status in ('ACCEPTED', 'DECLINED', 'EXPIRED') and i.updatedAt > ${recent}`, { own: actor.organisationId })
          .orderBy('i.updatedAt', 'DESC'),
        (i) => ({ title: i.achievementTitle ?? i.demandTitle ?? '', link: i.negotiationId ? `/negotiations/${i.negotiationId}` : `/introductions?tab=sent&open=${i.id}`, at: i.updatedAt, dueOn: null }),
      ),
  },
  MESSAGES: {
    permission: 'negotiation.read',
    link: '/negotiations',
    find: ({ em }, actor) =>
      firstOf(
        visible(em.createQueryBuilder(Negotiation, 'n'), Negotiation, actor)
          .andWhere(
            `exists (select 1 from negotiation_message m where m."negotiationId" = n.id and m."organisationId" is distinct from :own and m."createdAt" > ${recent}
              and m."createdAt" = (select max(l."createdAt") from negotiation_message l where l."negotiationId" = n.id))`,
            { own: actor.organisationId },
          )
          .orderBy('n.updatedAt', 'DESC'),
        (n) => ({ title: n.title, link: `/negotiations/${n.id}`, at: n.updatedAt, dueOn: null }),
      ),
  },
  CONTRACTS_DECIDED: {
    permission: 'contract.submit',
    link: '/contracts',
    find: ({ em }, actor) =>
      firstOf(
        visible(em.createQueryBuilder(TechnologyContract, 'c'), TechnologyContract, actor).andWhere(`c.status in ('REGISTERED', 'REFUSED', 'PERFORMED', 'DEREGISTERED', 'REVOKED') and c.updatedAt > ${recent}`).orderBy('c.updatedAt', 'DESC'),
        (c) => ({ title: c.title, link: `/contracts/${c.id}`, at: c.updatedAt, dueOn: null }),
      ),
  },
};
