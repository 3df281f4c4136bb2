import { DomainError, type Absence, type Role } from '@jihui/domain';
import type { EntityManager } from 'typeorm';

export type Operator = { userId: string; name: string; roles: Role[] };

/** Who can work at a branch's desk. */
export function operatorsOf(em: EntityManager, branchId: string | null): Promise<Operator[]> {
  return em.query(
    `select id as "userId", name, roles from app_user where "organisationId" = $1 and not disabled and roles && '{OPERATOR_L1,OPERATOR_L2}'::text[] order by name, id`,
    [branchId],
  );
}

/** The one of that id, or NOT_FOUND: nobody learns of people elsewhere. */
export function operatorOf(operators: readonly Operator[], userId: string): Operator {
  const found = operators.find((o) => o.userId === userId);
  if (!found) throw new DomainError('NOT_FOUND');
  return found;
}

/** The branch's absences that are not over on the day. */
export function absencesOf(em: EntityManager, branchId: string | null, day: string): Promise<(Absence & { id: string })[]> {
  return em.query(
    `select id, "userId", "deputyId", "from"::text as "from", "until"::text as "until" from desk_absence where "branchId" = $1 and "until" >= $2 and "endedAt" is null order by "from", id`,
    [branchId, day],
  );
}
