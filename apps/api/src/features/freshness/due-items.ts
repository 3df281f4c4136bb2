import type { EntityManager } from 'typeorm';
import { freshness, type SearchKind } from '@jihui/domain';

export type DueItem = { kind: SearchKind; id: string; title: string; userId: string; since: Date };

/**
 * Published items whose owner has said nothing for ninety days and was not asked lately, each with whom to ask: its author while he is
 * there, else somebody who may confirm for the organisation. $1 = now.
 */
const dueItems = `
  select item.*, coalesce(author.id, deputy.id) as "userId"
  from (
    select 'ACHIEVEMENT' as kind, a.id, a.title, a."organisationId", a."createdBy", coalesce(a."confirmedAt", a."publishedAt", a."updatedAt") as since from achievement a where a.status = 'PUBLISHED'
    union all
    select 'DEMAND', d.id, d.title, d."organisationId", d."createdBy", coalesce(d."confirmedAt", d."publishedAt", d."updatedAt") from demand d where d.status = 'PUBLISHED'
  ) item
  join organisation o on o.id = item."organisationId" and o.status = 'VERIFIED'
  left join app_user author on author.id = item."createdBy" and not author.disabled and author."organisationId" = o.id
  left join lateral (
    select u.id from app_user u where u."organisationId" = o.id and not u.disabled and u.roles && array['UNIT_TTO', 'ENTERPRISE_ADMIN'] order by u.id limit 1
  ) deputy on true
  where item.since <= $1::timestamptz - interval '${freshness.dueAfterDays} days'
    and coalesce(author.id, deputy.id) is not null
    and not exists (select 1 from confirmation_link l where l."itemId" = item.id and l."createdAt" > greatest(item.since, $1::timestamptz - interval '${freshness.askAgainDays} days'))
  order by "userId", item.since`;

/** What has to be asked for now, in the order of the persons. */
export const itemsToAsk = (em: EntityManager, now: Date): Promise<DueItem[]> => em.query(dueItems, [now]);
