import { In, type EntityManager } from 'typeorm';
import { textsOf } from './published-items.js';
import { ItemIndicator } from './item-indicator.entity.js';
import { SearchText } from './search-text.entity.js';

/** Brings the texts and indicators of these items to what their rows are now; gives those that the public should find and the ids of the others. */
export async function writeTexts(em: EntityManager, ids: readonly string[]): Promise<{ texts: SearchText[]; gone: string[] }> {
  const { texts, indicators } = await textsOf(em, ids);
  const found = new Set(texts.map((t) => t.itemId));
  const gone = ids.filter((id) => !found.has(id));
  if (gone.length) await em.delete(SearchText, { itemId: In(gone) });
  if (texts.length) await em.upsert(SearchText, texts, ['itemId']);
  await em.delete(ItemIndicator, { itemId: In([...ids]) });
  for (let at = 0; at < indicators.length; at += 2000) await em.insert(ItemIndicator, indicators.slice(at, at + 2000));
  return { texts, gone };
}

/** Keeps two workers from writing the same item: the later one reads the later row, and Meilisearch takes writes in the order in which they come. */
export async function lockItems(em: EntityManager, ids: readonly string[]): Promise<void> {
  await em.query('select pg_advisory_xact_lock(4104, k) from (select distinct hashtext(id) as k from unnest($1::text[]) id order by k) keys', [ids]);
}

/** All texts in pages, in the order of their ids. */
export async function* allTexts(em: EntityManager, size = 1000): AsyncGenerator<SearchText[]> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const page = await em.createQueryBuilder(SearchText, 't').where('t.itemId > :after', { after }).orderBy('t.itemId').limit(size).getMany();
    if (page.length) yield page;
    const last = page.at(-1);
    if (!last || page.length < size) return;
    after = last.itemId;
  }
}
