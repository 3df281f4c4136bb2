import type { EntityManager } from 'typeorm';
import type { Canonical, ChainHead, LinkedEntry, LinkedRoot } from '@jihui/domain';

type Row = Omit<LinkedEntry, 'seq' | 'at'> & { seq: string; at: Date };
type PrivateRow = Row & { subjectId: string; details: Record<string, Canonical> };
export type WholeEntry = LinkedEntry & Pick<PrivateRow, 'subjectId' | 'details'>;
const pageSize = 5000;
const publicColumns = 'chain, seq, at, event, number, detail, prev, hash';

/** The ends of the chains, as kept beside the entries. */
export async function readHeads(em: EntityManager): Promise<ChainHead[]> {
  const rows: { chain: string; seq: string; hash: string }[] = await em.query(
    'select chain, seq, hash from ledger_head where seq > 0 order by chain collate "C"',
  );
  return rows.map(({ chain, seq, hash }) => ({ chain, seq: Number(seq), hash }));
}

/** The public part of the entries up to those heads: append-only, so page by page without a transaction. */
export async function* readEntries(em: EntityManager, heads: readonly ChainHead[]): AsyncGenerator<LinkedEntry[]> {
  for (const { chain, seq } of heads) for await (const rows of pages<Row>(em, publicColumns, chain, seq)) yield rows.map(linked);
}

/** Every row that there is with its private part, also of a chain that lost its head. */
export async function* readEverything(em: EntityManager): AsyncGenerator<WholeEntry[]> {
  const chains: { chain: string }[] = await em.query('select distinct chain from ledger_entry order by chain');
  for (const { chain } of chains)
    for await (const rows of pages<PrivateRow>(em, `${publicColumns}, "subjectId", details`, chain, null))
      yield rows.map((row) => ({ ...linked(row), subjectId: row.subjectId, details: row.details }));
}

/** The entries about one record with their private part, in their order; for whoever may read that record's file. */
export async function readEntriesAbout(em: EntityManager, subjectId: string): Promise<WholeEntry[]> {
  const rows: PrivateRow[] = await em.query(
    `select ${publicColumns}, "subjectId", details from ledger_entry where "subjectId" = $1 order by at, seq`,
    [subjectId],
  );
  return rows.map((row) => ({ ...linked(row), subjectId: row.subjectId, details: row.details }));
}

/** The roots by day. */
export async function readRoots(em: EntityManager): Promise<LinkedRoot[]> {
  return em.query(`select to_char(day, 'YYYY-MM-DD') as day, count, heads, prev, root from ledger_root order by day`);
}

async function* pages<R extends Row>(em: EntityManager, columns: string, chain: string, until: number | null): AsyncGenerator<R[]> {
  for (let after: string | null = null; ; ) {
    const rows: R[] = await em.query(
      `select ${columns} from ledger_entry where chain = $1 and ($2::bigint is null or seq > $2) and ($3::bigint is null or seq <= $3)
        order by seq limit ${pageSize}`,
      [chain, after, until],
    );
    if (rows.length) yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < pageSize) return;
    after = last.seq;
  }
}

function linked({ chain, seq, at, event, number, detail, prev, hash }: Row): LinkedEntry {
  return { chain, seq: Number(seq), at: at.toISOString(), event, number, detail, prev, hash };
}
