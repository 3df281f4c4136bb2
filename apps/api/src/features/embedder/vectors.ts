import { Buffer } from 'node:buffer';
import type { EntityManager } from 'typeorm';
import type { MatchSide } from '@jihui/domain';

/** What an embedder has said of an item's text, and of which version of it. */
export type KnownVector = { itemId: string; side: MatchSide; itemVersion: number; vector: Float32Array };

const chunk = 2000;

/** The vectors of these items. */
export async function vectorsOf(em: EntityManager, embedder: string, itemIds: readonly string[]): Promise<KnownVector[]> {
  if (!itemIds.length) return [];
  return read(em, `v.embedder = $1 and v."itemId" = any($2)`, [embedder, itemIds]);
}

/** The vectors of all items, some thousand at a time: together they are larger than anything else that is read. */
export async function* allVectors(em: EntityManager, embedder: string): AsyncGenerator<KnownVector[]> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const known = await read(em, `v.embedder = $1 and v."itemId" > $2 order by v."itemId" limit ${chunk}`, [embedder, after]);
    yield known;
    if (known.length < chunk) return;
    after = known.at(-1)?.itemId ?? after;
  }
}

async function read(em: EntityManager, which: string, params: unknown[]): Promise<KnownVector[]> {
  const rows: (Omit<KnownVector, 'vector'> & { vector: Buffer })[] = await em.query(
    `select v."itemId", v.side, v."itemVersion", t.vector from item_vector v join text_vector t on t.embedder = v.embedder and t.hash = v.hash where ${which}`,
    params,
  );
  return rows.map((row) => ({ ...row, vector: floatsIn(row.vector) }));
}

export function bytesOf(vector: Float32Array): Buffer {
  const bytes = Buffer.alloc(vector.length * 4);
  vector.forEach((value, i) => bytes.writeFloatLE(value, i * 4));
  return bytes;
}

function floatsIn(bytes: Buffer): Float32Array {
  return Float32Array.from({ length: bytes.length / 4 }, (_, i) => bytes.readFloatLE(i * 4));
}
