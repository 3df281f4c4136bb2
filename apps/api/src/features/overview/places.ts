import type { EntityManager } from 'typeorm';
import { Organisation } from '../organisations/organisation.entity.js';

/** A region with all below it, and the branch that registers its contracts. */
export type Place = {
  code: string;
  codes: string[];
  /** The one branch that stands in it, if there is exactly one. */
  branchId: string | null;
  /** Every branch of the market stands in it. */
  isWholeMarket: boolean;
};

/** The place of an official or of a branch: the region of the organisation. */
export async function placeOf(em: EntityManager, organisationId: string): Promise<Place | null> {
  const rows: { code: string }[] = await em.query(
    `with recursive below as (
       select r.code from region r join organisation o on o."regionCode" = r.code where o.id = $1
       union all
       select r.code from region r join below b on r."parentCode" = b.code
     ) select code from below`,
    [organisationId],
  );
  const codes = rows.map((r) => r.code);
  const [code] = codes;
  if (code === undefined) return null;
  const branches = await em.find(Organisation, { select: { id: true, regionCode: true }, where: { kind: 'MARKET_OPERATOR', status: 'VERIFIED' } });
  const inside = branches.filter((b) => codes.includes(b.regionCode));
  const isWholeMarket = inside.length === branches.length;
  return { code, codes, branchId: inside.length === 1 && !isWholeMarket ? (inside[0]?.id ?? null) : null, isWholeMarket };
}
