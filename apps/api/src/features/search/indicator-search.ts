import { Injectable } from '@nestjs/common';
import type { WantedIndicator } from '@jihui/domain';
import { Db } from '../../platform/db/db.js';
import { indicatorCondition, itemsAnswering } from './indicator-condition.js';
import type { ItemIndicator } from './item-indicator.entity.js';
import { Values } from './values.js';

/** So many ids a filter of Meilisearch takes without losing its speed; more are no narrow condition. */
export const mostIds = 5000;

/**
 * Conditions on indicators are answered by PostgreSQL: name, unit and value have to hold of one and the same indicator, which filters of
 * Meilisearch over flat attributes cannot say; and so they work while it is away.
 */
@Injectable()
export class IndicatorSearch {
  constructor(private readonly db: Db) {}

  /** The items that answer all of them; null where there are too many to name. */
  async items(wanted: readonly WantedIndicator[]): Promise<string[] | null> {
    const values = new Values();
    const statement = `select "itemId" from (${itemsAnswering(wanted, values.add)}) answering limit ${mostIds + 1}`;
    const rows: { itemId: string }[] = await this.db.em.query(statement, values.list);
    return rows.length > mostIds ? null : rows.map((row) => row.itemId);
  }

  /** Of each of these items the indicators that answered. */
  async answers(wanted: readonly WantedIndicator[], itemIds: readonly string[]): Promise<Map<string, ItemIndicator[]>> {
    const answers = new Map<string, ItemIndicator[]>();
    if (!wanted.length || !itemIds.length) return answers;
    const values = new Values();
    const any = wanted.map((w) => `(${indicatorCondition(w, values.add)})`).join(' or ');
    const statement = `select i.* from item_indicator i where i."itemId" = any(${values.add(itemIds)}::uuid[]) and (${any}) order by i.place`;
    const rows: ItemIndicator[] = await this.db.em.query(statement, values.list);
    for (const row of rows) answers.set(row.itemId, [...(answers.get(row.itemId) ?? []), row]);
    return answers;
  }
}
