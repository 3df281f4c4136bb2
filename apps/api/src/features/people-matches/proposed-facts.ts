import { Field, ObjectType } from '@nestjs/graphql';
import { In } from 'typeorm';
import { FitConstraint, fitVerdicts, narrow, type CostOf, type PeopleFitFilter, type ProposedFacts, type Relevance } from '@jihui/domain';
import type { Db } from '../../platform/db/db.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';
import { Cost } from '../matches/item-matches.js';
import { Organisation } from '../organisations/organisation.entity.js';

/** Among those who are proposed: strong are those of high relevance. */
@ObjectType()
export class FitCost extends Cost {
  @Field(() => gqlEnum(FitConstraint))
  constraint!: FitConstraint;
}

/** Those who meet what the reader insists on, and the price of each of his conditions. */
export function narrowed<T extends { relevance: Relevance }>(wanted: PeopleFitFilter, list: readonly T[], factsOf: (fit: T) => ProposedFacts): { kept: T[]; costs: CostOf<FitConstraint>[] } {
  return narrow(FitConstraint.options, list, (fit) => fitVerdicts(wanted, factsOf(fit)), (fit) => fit.relevance === 'HIGH');
}

/** Units by their ids. */
export async function unitsBy(db: Db, ids: readonly (string | null)[]): Promise<Map<string, Organisation>> {
  const known = ids.filter((id) => id !== null);
  const rows = known.length ? await db.em.findBy(Organisation, { id: In([...new Set(known)]) }) : [];
  return new Map(rows.map((row) => [row.id, row]));
}
