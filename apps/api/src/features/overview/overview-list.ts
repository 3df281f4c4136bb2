import type { EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { Permission } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import type { MatchesService } from '../matches/matches.service.js';
import type { OverviewRecord } from './overview-types.js';

/** `link`: the list of this reader, where it is not everybody's. */
export type Found = { count: number; records: OverviewRecord[]; link?: string };
export type Sources = { em: EntityManager; matches: MatchesService };
/** One list of the overview: who has it, where it opens, and how its records are found. */
export type OverviewList = { permission: Permission; link: string; find: (sources: Sources, actor: Actor) => Promise<Found> };

/** How many records of a list are read; a page shows fewer of them. */
export const firstRecords = 8;

/** The count and the first few of a query. */
export async function firstOf<T extends ObjectLiteral>(query: SelectQueryBuilder<T>, record: (row: T) => OverviewRecord): Promise<Found> {
  const [rows, count] = await query.take(firstRecords).getManyAndCount();
  return { count, records: rows.map(record) };
}
