import type { Tx } from '../../platform/db/tx.js';
import type { MatchSide } from '@jihui/domain';
import { leastMove } from './match-bulk.js';
import type { ListedPair, Pair } from './match-pairs.js';

/** An item's whole list, and the version of the item that it was computed for. */
export type ItemList = { id: string; version: number; pairs: ListedPair[] };
type StoredPair = { demandId: string; achievementId: string; listed: boolean; cosine: number; strength: number; band: string; modelVersion: string };

/** The columns of a pair as they read from one side of it. */
export const column = {
  DEMAND: { own: 'demandId', other: 'achievementId', flag: 'inDemandList', otherFlag: 'inAchievementList' },
  ACHIEVEMENT: { own: 'achievementId', other: 'demandId', flag: 'inAchievementList', otherFlag: 'inDemandList' },
} as const;

/**
 * Makes these the stored lists of these items. Only what differs is named and written. A pair lives as long as it stands in a list of either side.
 * @param changed items whose texts are others than before: whatever stands of them is written anew
 */
export async function replaceLists(
  tx: Tx,
  side: MatchSide,
  lists: readonly ItemList[],
  changed: ReadonlySet<string>,
  name: (pair: ListedPair) => Pair | null,
): Promise<void> {
  if (!lists.length) return;
  const { own, other, flag, otherFlag } = column[side];
  const ids = lists.map((l) => l.id);
  const rows: StoredPair[] = await tx.em.query(
    `select "demandId", "achievementId", "${flag}" as listed, cosine, strength, band, "modelVersion" from match where "${own}" = any($1)`,
    [ids],
  );
  const stored = new Map(rows.map((row) => [row.demandId + row.achievementId, row]));
  const written: Pair[] = [];
  for (const pair of lists.flatMap((l) => l.pairs)) {
    const key = pair.demandId + pair.achievementId;
    const row = stored.get(key);
    const holds = row?.listed && row.band === pair.band && Math.abs(row.cosine - pair.cosine) <= leastMove && Math.abs(row.strength - pair.strength) <= leastMove;
    const named = holds && !changed.has(pair.demandId) && !changed.has(pair.achievementId) ? null : name(pair);
    if (named) written.push(named);
    stored.delete(key);
  }
  const left = [...stored.values()].filter((row) => row.listed);
  await tx.em.query(
    `update match m set "${flag}" = false from unnest($1::uuid[], $2::uuid[]) as p (own, other) where m."${own}" = p.own and m."${other}" = p.other`,
    [left.map((row) => row[own]), left.map((row) => row[other])],
  );
  await insertPairs(tx, side, written);
  await tx.em.query(`delete from match where "${own}" = any($1) and not "${flag}" and not "${otherFlag}"`, [ids]);
  await tx.em.query(
    `insert into match_list (id, side, "itemVersion", "computedAt")
     select id, $3, version, $4 from unnest($1::uuid[], $2::int[]) as l (id, version)
     on conflict (id) do update set "itemVersion" = excluded."itemVersion", "computedAt" = excluded."computedAt"`,
    [ids, lists.map((l) => l.version), side, tx.now],
  );
}

async function insertPairs(tx: Tx, side: MatchSide, pairs: readonly Pair[]): Promise<void> {
  if (!pairs.length) return;
  const { flag } = column[side];
  const json = (value: unknown): string => JSON.stringify(value);
  await tx.em.query(
    `insert into match ("demandId", "achievementId", "inDemandList", "inAchievementList", score, cosine, strength, similarity, "wordsScore", band, shared, covered, missing, "modelVersion", "foundAt", "computedAt")
     select p.d, p.a, $11, not $11, p.score, p.cosine, p.strength, p.similarity, p.words, p.band, p.shared::jsonb, array(select jsonb_array_elements_text(p.covered::jsonb)), array(select jsonb_array_elements_text(p.missing::jsonb)), p.model, $10, $10
       from unnest($1::uuid[], $2::uuid[], $3::float8[], $4::float8[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $12::float8[], $13::float8[], $14::float8[])
         as p (d, a, score, cosine, band, shared, covered, missing, model, strength, similarity, words)
     on conflict ("demandId", "achievementId") do update set
       "${flag}" = true, score = excluded.score, cosine = excluded.cosine, strength = excluded.strength, similarity = excluded.similarity,
       "wordsScore" = excluded."wordsScore", band = excluded.band, shared = excluded.shared, covered = excluded.covered,
       missing = excluded.missing, "modelVersion" = excluded."modelVersion", "computedAt" = excluded."computedAt"`,
    [
      pairs.map((p) => p.demandId),
      pairs.map((p) => p.achievementId),
      pairs.map((p) => p.score),
      pairs.map((p) => p.cosine),
      pairs.map((p) => p.band),
      pairs.map((p) => json(p.shared)),
      pairs.map((p) => json(p.covered)),
      pairs.map((p) => json(p.missing)),
      pairs.map((p) => p.modelVersion),
      tx.now,
      side === 'DEMAND',
      ...[pairs.map((p) => p.strength), pairs.map((p) => p.similarity), pairs.map((p) => p.wordsScore)],
    ],
  );
}

/** Takes items out of every list; returns the items of the other side whose lists have lost a place. */
export async function removeItems(tx: Tx, side: MatchSide, ids: readonly string[]): Promise<string[]> {
  if (!ids.length) return [];
  const { own, other, otherFlag } = column[side];
  const rows: [{ other: string; listed: boolean }[], number] = await tx.em.query(
    `delete from match where "${own}" = any($1) returning "${other}" as other, "${otherFlag}" as listed`,
    [ids],
  );
  await tx.em.query('delete from match_list where id = any($1)', [ids]);
  return [...new Set(rows[0].filter((r) => r.listed).map((r) => r.other))];
}

/** The items of the other side in whose lists these stand now. */
export async function listedWith(tx: Tx, side: MatchSide, ids: readonly string[]): Promise<string[]> {
  const { own, other, otherFlag } = column[side];
  const rows: { other: string }[] = await tx.em.query(
    `select distinct "${other}" as other from match where "${own}" = any($1) and "${otherFlag}"`,
    [ids],
  );
  return rows.map((r) => r.other);
}

/** With which items of the other side each of these is stored now. */
export async function partnersStored(tx: Tx, side: MatchSide, ids: readonly string[]): Promise<Map<string, string[]>> {
  const { own, other } = column[side];
  const rows: { id: string; others: string[] }[] = await tx.em.query(`select "${own}" as id, array_agg("${other}") as others from match where "${own}" = any($1) group by 1`, [ids]);
  return new Map(rows.map((row) => [row.id, row.others]));
}
