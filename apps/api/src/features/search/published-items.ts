import { In, type EntityManager } from 'typeorm';
import { freshnessOf, liveContractStatuses } from '@jihui/domain';
import { isLive } from '../../platform/db/live.js';
import { Achievement } from '../achievements/achievement.entity.js';
import { TechnologyContract } from '../contracts/technology-contract.entity.js';
import { Demand } from '../demands/demand.entity.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { regionsAbove } from '../organisations/regions-above.js';
import { IndicatorCorrection } from '../readings/indicator-correction.entity.js';
import { makerVersion, textOfAchievement, textOfDemand, type Surroundings } from './search-document.js';
import type { ItemIndicator } from './item-indicator.entity.js';
import { indicatorsOfAchievement, indicatorsOfDemand } from './item-indicators.js';
import type { SearchText } from './search-text.entity.js';

/**
 * What the public finds: published items of verified organisations whose owner has confirmed them in the last half year, each with what its text has to be made from.
 * $1 = maker, $2 = live contract states, $3 = only these ids, or null.
 */
const publishedItems = `
  select a.id, concat_ws('.', $1::int, a.version, o.version, exists (
    select 1 from technology_contract c where c."achievementId" = a.id and c.status = any($2::text[]))::int) as source
  from achievement a join organisation o on o.id = a."organisationId"
  where ${isLive('a')} and ($3::uuid[] is null or a.id = any($3))
  union all
  select d.id, concat_ws('.', $1::int, d.version, o.version)
  from demand d join organisation o on o.id = d."organisationId"
  where ${isLive('d')} and ($3::uuid[] is null or d.id = any($3))`;

/** The items (of these, or of all) whose text is missing, was made from other versions, or should not be there. */
export async function outdatedItems(em: EntityManager, among: readonly string[] | null = null): Promise<string[]> {
  const rows: { id: string }[] = await em.query(
    `select coalesce(p.id, t."itemId") as id
     from (${publishedItems}) p full join (select * from search_text where $3::uuid[] is null or "itemId" = any($3)) t on t."itemId" = p.id
     where t.source is distinct from p.source`,
    [makerVersion, liveContractStatuses, among],
  );
  return rows.map((r) => r.id);
}

/** How many items the public should find. */
export async function countPublished(em: EntityManager): Promise<number> {
  const [row]: { count: number }[] = await em.query(`select count(*)::int from (${publishedItems}) p`, [makerVersion, liveContractStatuses, null]);
  return row?.count ?? 0;
}

/** The texts and indicators of those of the items that the public should find, made from the rows as they are now. */
export async function textsOf(em: EntityManager, ids: readonly string[]): Promise<{ texts: SearchText[]; indicators: ItemIndicator[] }> {
  const published = { id: In(ids), status: 'PUBLISHED' } as const;
  const now = new Date();
  const isConfirmed = (item: Achievement | Demand): boolean => freshnessOf(item.confirmedAt ?? item.publishedAt ?? item.updatedAt, now) !== 'HIDDEN';
  const achievements = (await em.findBy(Achievement, published)).filter(isConfirmed);
  const demands = (await em.findBy(Demand, published)).filter(isConfirmed);
  const owners = await verified(em, [...achievements, ...demands]);
  const taken = await underContract(em, achievements);
  const above = await regionsAbove(em);

  const around = (item: Achievement | Demand, owner: Organisation, pending: boolean, source: string): Surroundings => ({
    unit: owner.name,
    regions: above(item.regionCode),
    pending,
    source,
  });
  const texts = [
    ...achievements.flatMap((a) => {
      const owner = owners.get(a.organisationId);
      if (!owner) return [];
      const isTaken = taken.has(a.id);
      return [textOfAchievement(a, around(a, owner, !isTaken, `${makerVersion}.${a.version}.${owner.version}.${isTaken ? 1 : 0}`))];
    }),
    ...demands.flatMap((d) => {
      const owner = owners.get(d.organisationId);
      return owner ? [textOfDemand(d, around(d, owner, false, `${makerVersion}.${d.version}.${owner.version}`))] : [];
    }),
  ];
  const isOwned = (item: Achievement | Demand): boolean => owners.has(item.organisationId);
  const corrections = await em.findBy(IndicatorCorrection, { itemId: In(ids) });
  const indicators = [
    ...achievements.filter(isOwned).flatMap((a) => indicatorsOfAchievement(a, corrections)),
    ...demands.filter(isOwned).flatMap((d) => indicatorsOfDemand(d, corrections)),
  ];
  return { texts, indicators };
}

async function verified(em: EntityManager, items: readonly { organisationId: string }[]): Promise<Map<string, Organisation>> {
  const ids = [...new Set(items.map((i) => i.organisationId))];
  const found = await em.findBy(Organisation, { id: In(ids), status: 'VERIFIED' });
  return new Map(found.map((o) => [o.id, o]));
}

async function underContract(em: EntityManager, achievements: readonly Achievement[]): Promise<Set<string | null>> {
  const contracts = await em.find(TechnologyContract, {
    select: { id: true, achievementId: true },
    where: { achievementId: In(achievements.map((a) => a.id)), status: In([...liveContractStatuses]) },
  });
  return new Set(contracts.map((c) => c.achievementId));
}
