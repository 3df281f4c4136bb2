import type { MatchSide } from '@jihui/domain';
import type { Tx } from '../../platform/db/tx.js';
import type { ListedPair } from './match-index.js';

/** An item and the version of it that its list was computed for. */
export type ItemVersion = { id: string; version: number; side: MatchSide };

const chunk = 2_000;
const columns =
  '"demandId", "achievementId", "inDemandList", "inAchievementList", score, cosine, band, shared, covered, missing, "modelVersion", "foundAt", "computedAt"';

/**
 * Makes these pairs and these items all that is stored: through a table of its own, so that 70,000 pairs take seconds and those who read
 * meanwhile see the lists of before. A pair that stood there keeps the time when it was found; one that has not changed is not written.
 */
export async function replaceEverything(tx: Tx, pairs: AsyncIterable<ListedPair[]>, items: readonly ItemVersion[]): Promise<void> {
  await tx.em.query('create temporary table matched (like match) on commit drop');
  await tx.em.query('alter table matched alter column id drop not null');
  let waiting: ListedPair[] = [];
  for await (const some of pairs) {
    waiting.push(...some);
    if (waiting.length < chunk) continue;
    await keep(tx, waiting);
    waiting = [];
  }
  await keep(tx, waiting);
  await tx.em.query('analyze matched');
  await tx.em.query(
    `delete from match m where not exists (select from matched n where n."demandId" = m."demandId" and n."achievementId" = m."achievementId")`,
  );
  await tx.em.query(
    `insert into match (${columns}) select ${columns} from matched
     on conflict ("demandId", "achievementId") do update set
       "inDemandList" = excluded."inDemandList", "inAchievementList" = excluded."inAchievementList", score = excluded.score,
       cosine = excluded.cosine, band = excluded.band, shared = excluded.shared, covered = excluded.covered, missing = excluded.missing,
       "modelVersion" = excluded."modelVersion", "computedAt" = excluded."computedAt"
     where (match."inDemandList", match."inAchievementList", match.cosine, match.shared, match.covered, match.missing, match."modelVersion")
       is distinct from (excluded."inDemandList", excluded."inAchievementList", excluded.cosine, excluded.shared, excluded.covered, excluded.missing, excluded."modelVersion")`,
  );
  await tx.em.query('drop table matched');
  await keepVersions(tx, items);
}

async function keep(tx: Tx, pairs: readonly ListedPair[]): Promise<void> {
  if (!pairs.length) return;
  const rows = pairs.map((p) => ({ ...p, foundAt: tx.now, computedAt: tx.now }));
  await tx.em.query(`insert into matched (${columns}) select ${columns} from jsonb_populate_recordset(null::match, $1::jsonb)`, [
    JSON.stringify(rows),
  ]);
}

async function keepVersions(tx: Tx, items: readonly ItemVersion[]): Promise<void> {
  const ids = items.map((i) => i.id);
  await tx.em.query('delete from match_list l where not exists (select from unnest($1::uuid[]) as i (id) where i.id = l.id)', [ids]);
  await tx.em.query(
    `insert into match_list (id, side, "itemVersion", "computedAt")
     select id, side, version, $4 from unnest($1::uuid[], $2::int[], $3::text[]) as l (id, version, side)
     on conflict (id) do update set "itemVersion" = excluded."itemVersion", "computedAt" = excluded."computedAt"`,
    [ids, items.map((i) => i.version), items.map((i) => i.side), tx.now],
  );
}
