import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Rarity } from '@jihui/matching';
import { Achievement } from '../achievements/achievement.entity.js';
import { Demand } from '../demands/demand.entity.js';
import { shinglesOfItem, type Item } from './published-contents.js';
import { ShingleCount } from './shingle-count.entity.js';

export type Counts = { generation: number; rarity: Rarity };
const rowId = 1;
/** The counts are made anew when the market has doubled, and that many more. */
const slack = 20;
const page = 2_000;

/** How rare each shingle is in this market. Each process keeps what it read until there is a newer generation. */
@Injectable()
export class ShingleCounts {
  private known: Counts = { generation: 0, rarity: new Rarity() };

  async current(em: EntityManager): Promise<Counts> {
    const head = await em.findOne(ShingleCount, { where: { id: rowId }, select: { id: true, generation: true } });
    const generation = head?.generation ?? 0;
    if (generation === this.known.generation) return this.known;
    const row = await em.findOneBy(ShingleCount, { id: rowId });
    this.known = row ? { generation: row.generation, rarity: Rarity.from(row.items, row.counts) } : { generation: 0, rarity: new Rarity() };
    return this.known;
  }

  /** Counts again where the counts were made over less than half of what is published now. */
  async renew(em: EntityManager): Promise<void> {
    const [{ items } = { items: 0 }]: { items: number }[] = await em.query(
      `select (select count(*) from achievement where status = 'PUBLISHED')::int + (select count(*) from demand where status = 'PUBLISHED')::int as items`,
    );
    const { generation, rarity } = await this.current(em);
    if (items <= 2 * rarity.items + slack) return;
    const counted = new Rarity();
    for await (const item of publishedItems(em)) counted.add(shinglesOfItem(item));
    await em.upsert(ShingleCount, { id: rowId, generation: generation + 1, items: counted.items, counts: Buffer.from(counted.bytes) }, ['id']);
  }
}

async function* publishedItems(em: EntityManager): AsyncGenerator<Item> {
  for (const entity of [Achievement, Demand]) {
    for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
      const rows: Item[] = await em
        .createQueryBuilder<Item>(entity, 'r')
        .where(`r.status = 'PUBLISHED' and r.id > :after`, { after })
        .orderBy('r.id')
        .limit(page)
        .getMany();
      yield* rows;
      const last = rows.at(-1);
      if (!last || rows.length < page) break;
      after = last.id;
    }
  }
}
