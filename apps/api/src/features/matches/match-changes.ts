import type { MatchSide } from '@jihui/domain';
import type { Tx } from '../../platform/db/tx.js';

const sides = {
  DEMAND: { own: 'demandId', other: 'achievementId', flag: 'inDemandList', otherTable: 'achievement' },
  ACHIEVEMENT: { own: 'achievementId', other: 'demandId', flag: 'inAchievementList', otherTable: 'demand' },
} as const;

/**
 * Writes down what has come into these items' lists and what has left them; without ids, of all items. Running twice changes nothing.
 * @param moved items of the other side: where nobody else can have come or left, looking at these alone is ten times cheaper
 */
export async function noteChanges(tx: Tx, side: MatchSide, ids?: readonly string[], moved?: readonly string[]): Promise<void> {
  if (ids?.length === 0) return;
  const { own, other, flag, otherTable } = sides[side];
  const only = (column: string, otherColumn?: string): string => (ids ? `and ${column} = any($2)` : '') + (moved && otherColumn ? ` and ${otherColumn} = any($3)` : '');
  const params = (first: unknown): unknown[] => [first, ...(ids ? [ids] : []), ...(moved ? [moved] : [])];
  await tx.em.query(
    `insert into match_known ("itemId", "otherId", side, since)
     select m."${own}", m."${other}", '${side}', $1 from match m
      where m."${flag}" ${only(`m."${own}"`, `m."${other}"`)}
        and not exists (select from match_known k where k."itemId" = m."${own}" and k."otherId" = m."${other}" and k."lostAt" is null)
     on conflict ("itemId", "otherId") do update set since = excluded.since, "lostAt" = null, "lostBy" = null`,
    params(tx.now),
  );
  // Sold is what a registered contract says; an item that is merely closed is over for a reason that only its owner knows.
  await tx.em.query(
    `update match_known k set "lostAt" = $1, "lostBy" = case
       when exists (select from technology_contract c where c."${other}" = k."otherId" and c.status = 'REGISTERED') and coalesce(o.status, '') <> 'PUBLISHED' then 'TAKEN'
       when o.status = 'CLOSED' then 'CLOSED'
       when o.status = 'PUBLISHED' then 'OUTRANKED'
       else 'WITHDRAWN' end
      from (select k2."itemId", k2."otherId", o2.status from match_known k2 left join ${otherTable} o2 on o2.id = k2."otherId"
             where k2.side = '${side}' and k2."lostAt" is null ${only('k2."itemId"', 'k2."otherId"')}
               and not exists (select from match m where m."${own}" = k2."itemId" and m."${other}" = k2."otherId" and m."${flag}")) o
     where k."itemId" = o."itemId" and k."otherId" = o."otherId"`,
    params(tx.now),
  );
  if (moved) return;
  // Nobody is told that the list of an item which he has taken back himself is empty now.
  await tx.em.query(
    `delete from match_known k where k.side = $1 ${only('k."itemId"')} and not exists (select from match_list l where l.id = k."itemId")`,
    params(side),
  );
}
