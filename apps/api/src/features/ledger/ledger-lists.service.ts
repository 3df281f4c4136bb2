import { Injectable } from '@nestjs/common';
import { shanghaiDay, type ChainHead, type LedgerEvent } from '@jihui/domain';
import { Db } from '../../platform/db/db.js';
import type { Page, PageInput } from '../../platform/graphql/paged.js';
import { readHeads } from './ledger-reading.js';
import type { LedgerPlace, LedgerState, PublishedRoot } from './ledger-types.js';

type RootRow = Omit<PublishedRoot, 'total'>;
type PlaceRow = Omit<LedgerPlace, 'seq' | 'day' | 'root'> & { seq: string };
const total = (heads: readonly ChainHead[]): number => heads.reduce((sum, head) => sum + head.seq, 0);

/** What anybody may know of the ledger. */
@Injectable()
export class LedgerLists {
  constructor(private readonly db: Db) {}

  /** How much there is; read from the heads, so it costs nothing however long the chains are. */
  async state(): Promise<LedgerState> {
    const heads = await readHeads(this.db.em);
    const [sealed]: { days: number; entries: number }[] = await this.db.em.query(
      'select count(*)::int as days, coalesce(sum(count), 0)::int as entries from ledger_root',
    );
    const entries = total(heads);
    return { entries, unsealed: entries - (sealed?.entries ?? 0), days: sealed?.days ?? 0, heads };
  }

  /** The roots, the last day first. */
  async roots({ page, size }: PageInput): Promise<Page<PublishedRoot>> {
    const rows: RootRow[] = await this.db.em.query(
      `select to_char(day, 'YYYY-MM-DD') as day, count, heads, prev, root from ledger_root order by ledger_root.day desc offset $1 limit $2`,
      [(page - 1) * size, size],
    );
    const [all]: { days: number }[] = await this.db.em.query('select count(*)::int as days from ledger_root');
    return { items: rows.map((row) => ({ ...row, total: total(row.heads) })), total: all?.days ?? 0 };
  }

  /** Where that decision about a record stands; null where it is older than the ledger. */
  async placeOf(subjectId: string, event: LedgerEvent): Promise<LedgerPlace | null> {
    const [row]: PlaceRow[] = await this.db.em.query(
      'select chain, seq, hash, at from ledger_entry where "subjectId" = $1 and event = $2 order by seq desc limit 1',
      [subjectId, event],
    );
    if (!row) return null;
    const day = shanghaiDay(row.at);
    const [sealed]: { root: string }[] = await this.db.em.query('select root from ledger_root where day = $1', [day]);
    return { ...row, seq: Number(row.seq), day, root: sealed?.root ?? null };
  }
}
