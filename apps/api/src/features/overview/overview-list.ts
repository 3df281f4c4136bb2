import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { Permission } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import type { Db } from '../../platform/db/db.js';
import type { OverviewRecord } from './overview-types.js';

export type Found = { count: number; records: OverviewRecord[] };
/** One list of the overview: who has it, where it opens, and how its records are found. */
export type OverviewList = { permission: Permission; link: string; find: (db: Db, actor: Actor) => Promise<Found> };

const shown = 5;

/** The count and the first few of a query. */
export async function firstOf<T extends ObjectLiteral>(query: SelectQueryBuilder<T>, record: (row: T) => OverviewRecord): Promise<Found> {
  const [rows, count] = await query.take(shown).getManyAndCount();
  return { count, records: rows.map(record) };
}
