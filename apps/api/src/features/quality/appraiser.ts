import { In, type EntityManager } from 'typeorm';
import { appraiseAchievement, appraiseDemand, formContent, demandDraft, parsePatentNumber, patentTermOf } from '@jihui/domain';
import { keptTerms } from '@jihui/matching';
import { StoredFile } from '../../platform/files/stored-file.entity.js';
import { Achievement } from '../achievements/achievement.entity.js';
import { ItemAppraisal } from './item-appraisal.entity.js';
import { ItemPatent } from './item-patent.entity.js';
import { itemsById, shinglesOfItem, type Item, type Outdated } from './published-contents.js';
import type { Counts } from './shingle-counts.js';

export type Appraised = { item: Item; ref: Outdated; shingles: Set<number> };

/** Writes the appraisals and patents of these items as their rows are now; gives those that are published, with their shingles. */
export async function writeAppraisals(em: EntityManager, outdated: readonly Outdated[], { rarity }: Counts): Promise<Appraised[]> {
  const gone = outdated.filter((o) => o.source === null).map((o) => o.id);
  if (gone.length) await em.delete(ItemAppraisal, { itemId: In(gone) });
  const there = outdated.filter((o) => o.source !== null);
  const rows = new Map([
    ...(await itemsById(em, 'ACHIEVEMENT', there.filter((o) => o.kind === 'ACHIEVEMENT').map((o) => o.id))),
    ...(await itemsById(em, 'DEMAND', there.filter((o) => o.kind === 'DEMAND').map((o) => o.id))),
  ]);
  const files = await filesOf(em, [...rows.keys()]);
  const appraised = there.flatMap((ref) => {
    const item = rows.get(ref.id);
    return item ? [{ item, ref, shingles: shinglesOfItem(item) }] : [];
  });
  const appraisals = appraised.map(({ item, ref, shingles }) => {
    const { score, missing, problems } = appraisalOf(item, files.get(item.id) ?? 0);
    const terms = keptTerms(shingles, rarity);
    return { itemId: item.id, kind: ref.kind, organisationId: item.organisationId, source: ref.source ?? '', terms, score, missing, problems };
  });
  if (appraisals.length) await em.upsert(ItemAppraisal, appraisals, ['itemId']);
  await writePatents(em, outdated.map((o) => o.id), appraised.map((a) => a.item));
  return appraised;
}

function appraisalOf(item: Item, files: number) {
  return item instanceof Achievement ? appraiseAchievement(item, files) : appraiseDemand(formContent(demandDraft, item));
}

/** What is there already keeps its warning. */
async function writePatents(em: EntityManager, ids: readonly string[], items: readonly Item[]): Promise<void> {
  const patents = items.flatMap((item) => (item instanceof Achievement ? patentsOf(item) : []));
  const numbers = patents.map((p) => `${p.itemId} ${p.number}`);
  await em.query(`delete from item_patent where "itemId" = any($1) and not ("itemId" || ' ' || number) = any($2)`, [ids, numbers]);
  if (patents.length) await em.upsert(ItemPatent, patents, ['itemId', 'number']);
}

function patentsOf({ id, ipRights }: Achievement) {
  const found = new Map<string, { itemId: string; number: string; kind: ItemPatent['kind']; endsFrom: string; endsTo: string }>();
  for (const { number, filedOn } of ipRights) {
    const patent = number ? parsePatentNumber(number) : null;
    if (!patent) continue;
    const { from, to } = patentTermOf(patent, filedOn ?? null);
    const plain = patent.number.replace(/^ZL|\./g, '');
    found.set(plain, { itemId: id, number: plain, kind: patent.kind, endsFrom: from, endsTo: to });
  }
  return [...found.values()];
}

async function filesOf(em: EntityManager, ids: readonly string[]): Promise<Map<string, number>> {
  if (!ids.length) return new Map();
  const rows = await em
    .createQueryBuilder(StoredFile, 'f')
    .select('f.subjectId', 'id')
    .addSelect('count(*)::int', 'files')
    .where(`f.subjectKind = 'achievement' and f.subjectId in (:...ids)`, { ids })
    .groupBy('f.subjectId')
    .getRawMany<{ id: string; files: number }>();
  return new Map(rows.map((r) => [r.id, r.files]));
}
