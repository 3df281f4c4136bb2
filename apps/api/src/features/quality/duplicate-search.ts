import type { EntityManager } from 'typeorm';
import { sameTitleKey, type DuplicateGround } from '@jihui/domain';
import { askedTerms, judgedLikeness, likenessOf, type Likeness, type Rarity } from '@jihui/matching';
import type { Appraised } from './appraiser.js';
import { itemsById, shinglesOfItem, type Item } from './published-contents.js';

/** Another item that a person should look at beside this one. */
export type Lookalike = Likeness & { item: Item; grounds: DuplicateGround[]; patents: string[] };

/** So many of those that share the most rare shingles are compared exactly; a text written again stands among the first few. */
const compared = 20;
const leastShared = 3;
/** Nobody judges more at once; where more are alike (a series of products) the rest come up when these are judged. */
const mostFound = 5;

/** Everything published that says the same as this item, is part of it, or names the same patent; `also`: pairs known from before. */
export async function lookalikesOf(em: EntityManager, { item, ref, shingles }: Appraised, rarity: Rarity, also: readonly string[]): Promise<Lookalike[]> {
  const patents = await samePatents(em, item.id);
  const near = await candidates(em, ref.kind, item.id, askedTerms(shingles, rarity));
  const titled = await sameTitles(em, ref.kind, item);
  const others = await itemsById(em, ref.kind, [...new Set([...near, ...titled, ...patents.keys(), ...also])]);
  const found: Lookalike[] = [];
  for (const other of others.values()) {
    if (other.status !== 'PUBLISHED') continue;
    const likeness = likenessOf(shingles, shinglesOfItem(other), rarity);
    const kind = judgedLikeness(likeness);
    const shared = patents.get(other.id) ?? [];
    const grounds: DuplicateGround[] = kind ? [kind] : [];
    if (other.organisationId === item.organisationId && sameTitleKey(other.title) === sameTitleKey(item.title)) grounds.push('TITLE');
    if (shared.length) grounds.push('PATENT');
    if (grounds.length) found.push({ ...likeness, item: other, grounds, patents: shared });
  }
  const isKnown = new Set(also);
  const strongest = found.sort((a, b) => b.grounds.length - a.grounds.length || b.resemblance - a.resemblance);
  return strongest.filter((like, i) => i < mostFound || isKnown.has(like.item.id));
}

async function candidates(em: EntityManager, kind: string, id: string, terms: readonly number[]): Promise<string[]> {
  // PostgreSQL takes an array that holds a term for a share of all rows, and reads them all: a wrong guess, since the terms are the rare ones.
  await em.query('set local enable_seqscan = off');
  // Term by term, since counting what each row shares with all terms at once costs fifty times as much.
  const rows: { id: string }[] = await em.query(
    `select held."itemId" as id
     from unnest($3::int[]) term cross join lateral (select "itemId", kind from item_appraisal where terms @> array[term] offset 0) held
     where held.kind = $1 and held."itemId" <> $2
     group by held."itemId" having count(*) >= $4 order by count(*) desc, held."itemId" limit $5`,
    [kind, id, terms, leastShared, compared],
  );
  await em.query('set local enable_seqscan = on');
  return rows.map((r) => r.id);
}

/** A unit that puts one result up twice mostly gives it the same name. */
async function sameTitles(em: EntityManager, kind: string, { id, title, organisationId }: Item): Promise<string[]> {
  const table = kind === 'DEMAND' ? 'demand' : 'achievement';
  const rows: { id: string }[] = await em.query(
    `select id from ${table} where "organisationId" = $1 and status = 'PUBLISHED' and id <> $2 and lower(title) = lower($3) limit ${compared}`,
    [organisationId, id, title],
  );
  return rows.map((r) => r.id);
}

async function samePatents(em: EntityManager, id: string): Promise<Map<string, string[]>> {
  const rows: { id: string; number: string }[] = await em.query(
    `select other."itemId" as id, other.number from item_patent mine
     join item_patent other on other.number = mine.number and other."itemId" <> mine."itemId" where mine."itemId" = $1 limit 100`,
    [id],
  );
  const found = new Map<string, string[]>();
  for (const row of rows) found.set(row.id, [...(found.get(row.id) ?? []), row.number]);
  return found;
}
