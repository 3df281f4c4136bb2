import type { NewsCode } from '@jihui/domain';
import { visible } from '../../platform/db/access.js';
import { TechnologyContract } from '../contracts/technology-contract.entity.js';
import { Introduction } from '../introductions/introduction.entity.js';
import { Negotiation } from '../negotiations/negotiation.entity.js';
import { firstOf, type OverviewList } from './overview-list.js';

/** What counts as new: a fortnight, so that a holiday hides nothing. */
const recent = `now() - interval '14 days'`;

type MatchRow = { id: string; title: string; link: string; at: Date; n: string };

/** What has happened for a person lately. */
export const news: Record<NewsCode, OverviewList> = {
  MATCHES: {
    permission: 'introduction.request',
    link: '/search',
    async find({ em }, actor) {
      const rows: MatchRow[] = await em.query(
        `select m.id, d.title || ' ↔ ' || a.title as title, m."foundAt" as at, count(*) over () as n,
                case when a."organisationId" = $1 then '/demands/' || d.id else '/achievements/' || a.id end as link
           from match m join demand d on d.id = m."demandId" join achievement a on a.id = m."achievementId"
          where (a."organisationId" = $1 or d."organisationId" = $1) and d.status = 'PUBLISHED' and a.status = 'PUBLISHED' and m."foundAt" > ${recent}
          order by m.score desc, m."foundAt" desc limit 5`,
        [actor.organisationId],
      );
      return { count: Number(rows[0]?.n ?? 0), records: rows.map(({ title, link, at }) => ({ title, link, at, dueOn: null })) };
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
        visible(em.createQueryBuilder(TechnologyContract, 'c'), TechnologyContract, actor).andWhere(`c.status in ('REGISTERED', 'REFUSED') and c.updatedAt > ${recent}`).orderBy('c.updatedAt', 'DESC'),
        (c) => ({ title: c.title, link: `/contracts/${c.id}`, at: c.updatedAt, dueOn: null }),
      ),
  },
};
