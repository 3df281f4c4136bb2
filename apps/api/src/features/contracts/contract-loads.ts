import { In, type EntityManager } from 'typeorm';
import { User } from '../accounts/user.entity.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { ContractReview } from './contract-review.entity.js';
import type { ContractParty } from './contract-types.js';

/** Batches for one request; the readers of a contract may know its parties and reviewers, whatever else they may see of them. */
export async function partiesById(ids: readonly string[], em: EntityManager): Promise<(ContractParty | null)[]> {
  const rows = await em.findBy(Organisation, { id: In([...ids]) });
  const found = new Map(rows.map(({ id, name, uscc, kind, status }) => [id, { id, name, uscc, kind, verified: status === 'VERIFIED' }]));
  return ids.map((id) => found.get(id) ?? null);
}

export async function namesOfUsers(ids: readonly string[], em: EntityManager): Promise<(string | null)[]> {
  const rows = await em.findBy(User, { id: In([...ids]) });
  const found = new Map(rows.map((u) => [u.id, u.name]));
  return ids.map((id) => found.get(id) ?? null);
}

/** How often each contract was returned. */
export async function returnsOf(contractIds: readonly string[], em: EntityManager): Promise<number[]> {
  const rows = await em
    .createQueryBuilder(ContractReview, 'r')
    .select('r.contractId', 'id')
    .addSelect('count(*)::int', 'count')
    .where(`r.contractId in (:...contractIds) and r.decision = 'RETURN'`, { contractIds: [...contractIds] })
    .groupBy('r.contractId')
    .getRawMany<{ id: string; count: number }>();
  const found = new Map(rows.map((r) => [r.id, r.count]));
  return contractIds.map((id) => found.get(id) ?? 0);
}
