import type { EntityManager } from 'typeorm';
import type { MatchLoss, MatchSide } from '@jihui/domain';

/** What has happened to one item's list since a time. */
export type ItemAlert = {
  side: MatchSide;
  itemId: string;
  title: string;
  added: number;
  strong: number;
  taken: number;
  gone: number;
  latestAt: Date;
  changes: AlertChange[];
};
export type AlertChange = { otherId: string; title: string; at: Date; lostBy: MatchLoss | null; band: 'STRONG' | 'WORTH_A_LOOK' | null };

const shownChanges = 5;

/** Whose items these are: what the person has written himself, and everything of the organisation for those who answer for it. $1 = user. */
const ownItems = `
  select i.id, i.title, i.side from app_user u
    join (select id, title, 'DEMAND' as side, "organisationId", "createdBy", status from demand
          union all select id, title, 'ACHIEVEMENT', "organisationId", "createdBy", status from achievement) i
      on i."organisationId" = u."organisationId" and i.status = 'PUBLISHED'
   where u.id = $1 and (u.roles && array['UNIT_TTO', 'ENTERPRISE_ADMIN', 'ENTERPRISE_USER'] or i."createdBy" = u.id)`;

/**
 * What has changed in the lists of a person's items between two times, the item with the newest change first. An item that came and went in
 * between is not told; one that was merely outranked is no news.
 */
export async function matchAlerts(em: EntityManager, userId: string, after: Date, until: Date): Promise<ItemAlert[]> {
  const rows: (AlertChange & { side: MatchSide; itemId: string; itemTitle: string })[] = await em.query(
    `with own as (${ownItems})
     select own.side, own.id as "itemId", own.title as "itemTitle", k."otherId", coalesce(k."lostAt", k.since) as at, k."lostBy",
            coalesce(d.title, a.title) as title, m.band
       from match_known k join own on own.id = k."itemId" and own.side = k.side
       left join demand d on k.side = 'ACHIEVEMENT' and d.id = k."otherId"
       left join achievement a on k.side = 'DEMAND' and a.id = k."otherId"
       left join match m on (m."demandId", m."achievementId") = (case when k.side = 'DEMAND' then k."itemId" else k."otherId" end, case when k.side = 'DEMAND' then k."otherId" else k."itemId" end)
      where ((k."lostAt" is null and k.since > $2 and k.since <= $3 and coalesce(d.status, a.status) = 'PUBLISHED')
          or (k."lostAt" > $2 and k."lostAt" <= $3 and k.since <= $2 and k."lostBy" <> 'OUTRANKED'))
        and not exists (select from match_feedback f join app_user u on u.id = $1 and u."organisationId" = f."organisationId"
                         where f.verdict = 'DECLINED' and f."demandId" in (k."itemId", k."otherId") and f."achievementId" in (k."itemId", k."otherId"))
      order by at desc, m.score desc nulls last`,
    [userId, after, until],
  );
  const alerts = new Map<string, ItemAlert>();
  for (const { side, itemId, itemTitle, ...change } of rows) {
    const alert = alerts.get(itemId) ?? {
      side,
      itemId,
      title: itemTitle,
      added: 0,
      strong: 0,
      taken: 0,
      gone: 0,
      latestAt: change.at,
      changes: [],
    };
    alerts.set(itemId, alert);
    if (change.lostBy === null) alert.added += 1;
    else if (change.lostBy === 'TAKEN') alert.taken += 1;
    else alert.gone += 1;
    if (change.band === 'STRONG' && change.lostBy === null) alert.strong += 1;
    // What is gone is not named to the other side any more; that it is gone, and why, is all that it may know.
    if (alert.changes.length < shownChanges) alert.changes.push({ ...change, title: change.lostBy ? '' : change.title });
  }
  return [...alerts.values()];
}
