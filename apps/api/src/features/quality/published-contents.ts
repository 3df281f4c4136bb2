import { In, type EntityManager } from 'typeorm';
import { fillersIn, type SearchKind } from '@jihui/domain';
import { shinglesOf } from '@jihui/matching';
import { Achievement } from '../achievements/achievement.entity.js';
import { Demand } from '../demands/demand.entity.js';

/** Raise it when what is worked out of an item changes: everything is appraised anew. */
const makerVersion = 1;
export type Item = Achievement | Demand;
export type ItemRef = { id: string; kind: SearchKind };

/** Published items of verified organisations, with what their appraisal has to be made from. $1 = maker, $2 = generation of the counts, $3 = only these ids, or null. */
const published = `
  select a.id, 'ACHIEVEMENT' as kind, concat_ws('.', $1::int, a.version, $2::int, (select count(*) from stored_file f where f."subjectKind" = 'achievement' and f."subjectId" = a.id)) as source
  from achievement a join organisation o on o.id = a."organisationId"
  where a.status = 'PUBLISHED' and o.status = 'VERIFIED' and ($3::uuid[] is null or a.id = any($3))
  union all
  select d.id, 'DEMAND', concat_ws('.', $1::int, d.version, $2::int, 0)
  from demand d join organisation o on o.id = d."organisationId"
  where d.status = 'PUBLISHED' and o.status = 'VERIFIED' and ($3::uuid[] is null or d.id = any($3))`;

export type Outdated = ItemRef & { source: string | null };

/** The items (of these, or of all) whose appraisal is missing, was made from something else, or (source null) should not be there. */
export async function outdatedAppraisals(em: EntityManager, generation: number, among: readonly string[] | null = null): Promise<Outdated[]> {
  return em.query(
    `select coalesce(p.id, q."itemId") as id, coalesce(p.kind, q.kind) as kind, p.source
     from (${published}) p full join (select * from item_appraisal where $3::uuid[] is null or "itemId" = any($3)) q on q."itemId" = p.id
     where q.source is distinct from p.source order by 1`,
    [makerVersion, generation, among],
  );
}

/** The rows of one kind, by id. */
export async function itemsById(em: EntityManager, kind: SearchKind, ids: readonly string[]): Promise<Map<string, Item>> {
  if (!ids.length) return new Map();
  const rows: Item[] = kind === 'DEMAND' ? await em.findBy(Demand, { id: In(ids) }) : await em.findBy(Achievement, { id: In(ids) });
  return new Map(rows.map((row) => [row.id, row]));
}

/** The public text of an item; of a demand without the company's praise of itself, which stands in all of its demands. */
export function textOf(item: Item): string {
  if (!(item instanceof Demand)) return item.summary;
  let text = '';
  let at = 0;
  for (const { start, end } of fillersIn(item.problem)) {
    text += item.problem.slice(at, start);
    at = end;
  }
  return text + item.problem.slice(at);
}

export const shinglesOfItem = (item: Item): Set<number> => shinglesOf(item.title, textOf(item));
