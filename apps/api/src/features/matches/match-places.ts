import type { MatchSide } from '@jihui/domain';
import type { Tx } from '../../platform/db/tx.js';
import { writeUnnamed } from './match-bulk.js';
import type { ListedPair } from './match-pairs.js';
import { column } from './match-store.js';

/** Those of these pairs that enter the other side's list: it is not full, or its last place is weaker. */
export async function entering(tx: Tx, side: MatchSide, pairs: readonly ListedPair[], size: number): Promise<ListedPair[]> {
  if (!pairs.length) return [];
  const { other, otherFlag } = column[side];
  const rows: { nth: number }[] = await tx.em.query(
    `select p.nth::int from unnest($1::uuid[], $2::float8[]) with ordinality as p (id, strength, nth)
       left join lateral (select count(*) as places, min(m.strength) as last from match m where m."${other}" = p.id and m."${otherFlag}") l on true
      where l.places < $3 or p.strength > l.last`,
    [pairs.map((p) => p[other]), pairs.map((p) => p.strength), size],
  );
  return rows.flatMap(({ nth }) => pairs[nth - 1] ?? []);
}

/** The lists that have changed, and who has come into one or left it. */
export type Placed = { lists: string[]; moved: string[] };

/**
 * Puts pairs of changed items into the other side's lists, and takes the weakest out of those that have become too long. Computing hundreds of
 * lists anew for one more place each would take ten times as long. What is new has no reasons yet (`unnamed`).
 */
export async function place(tx: Tx, side: MatchSide, pairs: readonly ListedPair[], modelVersion: string, size: number): Promise<Placed> {
  if (!pairs.length) return { lists: [], moved: [] };
  const { own, other, flag, otherFlag } = column[side];
  const [there]: [ListedPair[], number] = await tx.em.query(
    `update match m set "${otherFlag}" = true from unnest($1::uuid[], $2::uuid[]) as p (d, a) where m."demandId" = p.d and m."achievementId" = p.a
     returning m."demandId", m."achievementId"`,
    [pairs.map((p) => p.demandId), pairs.map((p) => p.achievementId)],
  );
  const key = (p: ListedPair): string => p.demandId + p.achievementId;
  const written = new Set(there.map(key));
  const added = pairs.filter((p) => !written.has(key(p)));
  await writeUnnamed(tx, added.map((p) => ({ ...p, inDemandList: side !== 'DEMAND', inAchievementList: side === 'DEMAND' })), modelVersion);
  const lists = [...new Set(pairs.map((p) => p[other]))];
  const [left]: [{ id: string }[], number] = await tx.em.query(
    `update match m set "${otherFlag}" = false
       from (select id, row_number() over (partition by "${other}" order by strength desc, "${own}") as place from match where "${other}" = any($1) and "${otherFlag}") r
      where r.id = m.id and r.place > $2 returning m."${own}" as id`,
    [lists, size],
  );
  await tx.em.query(`delete from match where "${other}" = any($1) and not "${flag}" and not "${otherFlag}"`, [lists]);
  if (added.length) await tx.enqueue('MatchingService.name', { id: '' });
  return { lists, moved: [...new Set([...pairs.map((p) => p[own]), ...left.map(({ id }) => id)])] };
}
