import { contentProblems, freshness, type QualityProblem } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';

const today = `(now() at time zone 'Asia/Shanghai')::date`;
const pairIn = (status: string): string =>
  `exists (select 1 from duplicate_pair p where p.status = '${status}' and (p."firstId" = item.id or p."secondId" = item.id))`;
const patent = (condition: string): string => `exists (select 1 from item_patent n where n."itemId" = item.id and ${condition})`;
const older = (days: number): string => `item.since <= now() - interval '${days} days'`;

/** When an item has a problem: the one place that both the counts and the lists are made from. `item` is a row of `publishedItems`. */
export const problemSql: Record<QualityProblem, string> = {
  ...(Object.fromEntries(contentProblems.map((code) => [code, `'${code}' = any(item.problems)`])) as Record<(typeof contentProblems)[number], string>),
  DUE: `${older(freshness.dueAfterDays)} and not ${older(freshness.hiddenAfterDays)}`,
  HIDDEN: older(freshness.hiddenAfterDays),
  DUPLICATE: pairIn('OPEN'),
  // Two that are one: it is settled when one of them is withdrawn.
  DOUBLE: `exists (select 1 from duplicate_pair p join item_appraisal other on other."itemId" = case p."firstId" when item.id then p."secondId" else p."firstId" end
    where p.status = 'SAME' and (p."firstId" = item.id or p."secondId" = item.id))`,
  PATENT_ENDED: patent(`n."endsTo" < ${today}`),
  PATENT_ENDING: patent(`n."endsTo" >= ${today} and n."endsFrom" <= ${today} + interval '1 year'`),
};

/** Published items of verified organisations that the actor answers for: a branch for those of its units and firms, a unit or firm for its own. $1 = his organisation, $2 = whether that is a branch. */
export const publishedItems = `
  select a.id, 'ACHIEVEMENT' as kind, a.title, a."organisationId", o.name as "organisationName", q.score, q.missing, q.problems,
         coalesce(a."confirmedAt", a."publishedAt", a."updatedAt") as since
  from achievement a join organisation o on o.id = a."organisationId" and o.status = 'VERIFIED' join item_appraisal q on q."itemId" = a.id
  where a.status = 'PUBLISHED' and ((not $2 and a."organisationId" = $1::uuid) or ($2 and o."branchId" = $1::uuid))
  union all
  select d.id, 'DEMAND', d.title, d."organisationId", o.name, q.score, q.missing, q.problems, coalesce(d."confirmedAt", d."publishedAt", d."updatedAt")
  from demand d join organisation o on o.id = d."organisationId" and o.status = 'VERIFIED' join item_appraisal q on q."itemId" = d.id
  where d.status = 'PUBLISHED' and ((not $2 and d."organisationId" = $1::uuid) or ($2 and coalesce(d."branchId", o."branchId") = $1::uuid))`;

export const scopeOf = (actor: Actor): unknown[] => [actor.organisationId, actor.organisationKind === 'MARKET_OPERATOR'];
