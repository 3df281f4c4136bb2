import type { MatchSide } from '@jihui/domain';
import type { Tx } from '../../platform/db/tx.js';
import type { Pair, ScoredPair } from './match-pairs.js';

/** An item and the version of it that its list was computed for. */
export type ItemVersion = { id: string; version: number; side: MatchSide };
type StoredPair = readonly [id: string, achievementId: string, inDemandList: boolean, inAchievementList: boolean, cosine: number, strength: number, band: string, modelVersion: string];

/** Every text moves the weights of all, and with them every cosine by a little; less than this nobody reads, and the pair stays as it was computed. */
export const leastMove = 0.0005;

/** What is stored of all pairs, by demand and achievement. */
type StoredPairs = Map<string, Map<string, StoredPair>>;

export async function storedPairs(tx: Tx): Promise<StoredPairs> {
  // One row for each demand: a hundred thousand rows would be taken apart one by one here, where PostgreSQL has the time.
  const rows: { demandId: string; pairs: StoredPair[] }[] = await tx.em.query(
    `select "demandId", json_agg(json_build_array(id, "achievementId", "inDemandList", "inAchievementList", cosine, strength, band, "modelVersion")) as pairs
       from match group by 1`,
  );
  return new Map(rows.map(({ demandId, pairs }) => [demandId, new Map(pairs.map((pair) => [pair[1], pair]))]));
}

/**
 * Makes these pairs all that is stored, and writes only what differs: most of a market is today what it was yesterday. What is written has
 * no reasons yet (`unnamed`). Those who read meanwhile see the lists of before. Gives how many pairs have changed.
 * @param stored as `storedPairs` has read them in this transaction; what is left of them is deleted
 */
export async function replaceEverything(tx: Tx, stored: StoredPairs, pairs: Iterable<ScoredPair>, modelVersion: string): Promise<number> {
  const changed: ScoredPair[] = [];
  for (const pair of pairs) {
    const ofDemand = stored.get(pair.demandId);
    const row = ofDemand?.get(pair.achievementId);
    ofDemand?.delete(pair.achievementId);
    if (!row || differs(row, pair, modelVersion)) changed.push(pair);
  }
  const left = Array.from(stored.values()).flatMap((ofDemand) => Array.from(ofDemand.values(), ([id]) => id));
  await tx.em.query('delete from match where id = any($1)', [left]);
  await writeUnnamed(tx, changed, modelVersion);
  return changed.length + left.length;
}

function differs([, , inDemandList, inAchievementList, cosine, strength, band, storedBy]: StoredPair, pair: ScoredPair, modelVersion: string): boolean {
  return (
    storedBy !== modelVersion ||
    Math.abs(cosine - pair.cosine) > leastMove ||
    Math.abs(strength - pair.strength) > leastMove ||
    band !== pair.band ||
    inDemandList !== pair.inDemandList ||
    inAchievementList !== pair.inAchievementList
  );
}

/** A pair that stood there keeps the time when it was found; its reasons belonged to another score. */
export async function writeUnnamed(tx: Tx, pairs: readonly ScoredPair[], modelVersion: string): Promise<void> {
  if (!pairs.length) return;
  await tx.em.query(
    `insert into match ("demandId", "achievementId", "inDemandList", "inAchievementList", score, cosine, strength, similarity, "wordsScore", band, "modelVersion", "foundAt", "computedAt")
     select *, $11, $12, $12 from unnest($1::uuid[], $2::uuid[], $3::boolean[], $4::boolean[], $5::float8[], $6::float8[], $7::float8[], $8::float8[], $9::float8[], $10::text[])
     on conflict ("demandId", "achievementId") do update set
       "inDemandList" = excluded."inDemandList", "inAchievementList" = excluded."inAchievementList", score = excluded.score, cosine = excluded.cosine,
       strength = excluded.strength, similarity = excluded.similarity, "wordsScore" = excluded."wordsScore",
       band = excluded.band, shared = default, covered = default, missing = default, "modelVersion" = excluded."modelVersion", "computedAt" = excluded."computedAt"`,
    [
      ...[pairs.map((p) => p.demandId), pairs.map((p) => p.achievementId), pairs.map((p) => p.inDemandList), pairs.map((p) => p.inAchievementList)],
      ...[pairs.map((p) => p.score), pairs.map((p) => p.cosine), pairs.map((p) => p.strength), pairs.map((p) => p.similarity), pairs.map((p) => p.wordsScore)],
      ...[pairs.map((p) => p.band), modelVersion, tx.now],
    ],
  );
}

/** The best of the pairs that have no reasons yet: every stored pair with reasons has at least one shared string. */
export function unnamed(tx: Tx, limit: number): Promise<{ id: string; demandId: string; achievementId: string }[]> {
  return tx.em.query(`select id, "demandId", "achievementId" from match where shared = '[]' order by cosine desc, id desc limit $1`, [limit]);
}

/** Writes reasons with the score that they sum to; the lists stay as they are. */
export async function writeReasons(tx: Tx, pairs: readonly (Pair & { id: string })[]): Promise<void> {
  await tx.em.query(
    `update match m set score = p.score, cosine = p.cosine, strength = p.strength, similarity = p.similarity, "wordsScore" = p."wordsScore", band = p.band, shared = p.shared, covered = p.covered, missing = p.missing, "modelVersion" = p."modelVersion"
       from jsonb_populate_recordset(null::match, $1::jsonb) p where p.id = m.id`,
    [JSON.stringify(pairs)],
  );
}

/** Notes for which version of each item its list is computed; items that are not among these have left. */
export async function keepVersions(tx: Tx, items: readonly ItemVersion[]): Promise<void> {
  const ids = items.map((i) => i.id);
  await tx.em.query('delete from match_list l where not exists (select from unnest($1::uuid[]) as i (id) where i.id = l.id)', [ids]);
  await tx.em.query(
    `insert into match_list (id, side, "itemVersion", "computedAt")
     select id, side, version, $4 from unnest($1::uuid[], $2::int[], $3::text[]) as l (id, version, side)
     on conflict (id) do update set "itemVersion" = excluded."itemVersion", "computedAt" = excluded."computedAt"`,
    [ids, items.map((i) => i.version), items.map((i) => i.side), tx.now],
  );
}
