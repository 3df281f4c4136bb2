import { Injectable } from '@nestjs/common';
import { QualityProblem } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Db } from '../../platform/db/db.js';
import type { Page, PageInput } from '../../platform/graphql/paged.js';
import { problemSql, publishedItems, scopeOf } from './quality-problems.js';
import type { QualityBoard, QualityCount, QualityItem, QualityRow } from './quality-types.js';

type Filter = { problem?: QualityProblem | null; organisationId?: string | null };
type Counted = { organisationId: string; organisationName: string; items: number; score: number } & Record<QualityProblem, number>;

const codes = QualityProblem.options;
const counts = codes.map((code) => `count(*) filter (where ${problemSql[code]})::int as "${code}"`).join(', ');
const flags = `array_remove(array[${codes.map((code) => `case when ${problemSql[code]} then '${code}' end`).join(', ')}], null)`;

/** 数据质量: how good the published items are, by organisation, and the list behind each number. */
@Injectable()
export class QualityBoards {
  constructor(private readonly db: Db) {}

  /** The organisations that the actor answers for, the worst first. */
  async board(actor: Actor): Promise<QualityBoard> {
    const found: Counted[] = await this.db.em.query(
      `select item."organisationId", item."organisationName", count(*)::int as items, round(avg(item.score))::int as score, ${counts}
       from (${publishedItems}) item group by 1, 2 order by 4, 2`,
      scopeOf(actor),
    );
    const rows: QualityRow[] = found.map((row) => {
      const { organisationId, organisationName, items, score } = row;
      return { organisationId, organisationName, items, score, counts: codes.map((problem) => ({ problem, count: row[problem] })) };
    });
    const items = found.reduce((sum, row) => sum + row.items, 0);
    const points = found.reduce((sum, row) => sum + row.items * row.score, 0);
    const all: QualityCount[] = codes.map((problem) => ({ problem, count: found.reduce((sum, row) => sum + row[problem], 0) }));
    return { asOf: new Date(), items, score: items ? Math.round(points / items) : 0, counts: all, rows };
  }

  /** The items that a number of the board counts, the poorest first; all of them without a problem. */
  async items(actor: Actor, { problem, organisationId }: Filter, { page, size }: PageInput): Promise<Page<QualityItem>> {
    const of = `from (${publishedItems}) item where ($3::uuid is null or item."organisationId" = $3) and ${problem ? `(${problemSql[problem]})` : 'true'}`;
    const values = [...scopeOf(actor), organisationId ?? null];
    const items: QualityItem[] = await this.db.em.query(
      `select item.id, item.kind, item.title, item."organisationId", item."organisationName", item.score, item.missing, item.since as "confirmedAt", ${flags} as problems
       ${of} order by item.score, item.id limit $4 offset $5`,
      [...values, size, (page - 1) * size],
    );
    const [row]: { total: number }[] = await this.db.em.query(`select count(*)::int as total ${of}`, values);
    return { items, total: row?.total ?? 0 };
  }
}
