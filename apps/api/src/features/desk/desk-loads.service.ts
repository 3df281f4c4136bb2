import { Injectable } from '@nestjs/common';
import { addWorkingDays, shanghaiDay, statusesInReview } from '@jihui/domain';
import { IsNull, MoreThanOrEqual } from 'typeorm';
import type { Actor } from '../../platform/auth/actor.js';
import { Db } from '../../platform/db/db.js';
import { DeskAbsence } from './desk-absence.entity.js';
import { operatorsOf } from './desk-people.js';
import type { DeskLoad } from './desk-types.js';

type Figures = { userId: string | null; open: number; overdue: number; dueSoon: number };
const decidedDays = 30;

/** How much lies with whom. */
@Injectable()
export class DeskLoads {
  constructor(private readonly db: Db) {}

  /** The branch's people, what nobody has on top. */
  async of({ organisationId }: Actor): Promise<DeskLoad[]> {
    const { em } = this.db;
    const today = shanghaiDay(new Date());
    const operators = await operatorsOf(em, organisationId);
    const figures: Figures[] = await em.query(
      `select "assigneeId" as "userId", count(*)::int as open, (count(*) filter (where "dueOn" < $3))::int as overdue,
              (count(*) filter (where "dueOn" between $3 and $4))::int as "dueSoon"
         from technology_contract where "branchId" = $1 and status = any($2) group by 1`,
      [organisationId, statusesInReview, today, addWorkingDays(today, 1)],
    );
    const decided: { userId: string; n: number }[] = await em.query(
      `select "reviewerId" as "userId", count(*)::int as n from contract_review where "branchId" = $1 and "createdAt" > now() - make_interval(days => $2) group by 1`,
      [organisationId, decidedDays],
    );
    const absences = await em.find(DeskAbsence, { where: { branchId: organisationId ?? '', until: MoreThanOrEqual(today), endedAt: IsNull() }, order: { from: 'ASC', id: 'ASC' } });
    const lineOf = (userId: string | null): DeskLoad => {
      const { open, overdue, dueSoon } = figures.find((f) => f.userId === userId) ?? { open: 0, overdue: 0, dueSoon: 0 };
      const operator = operators.find((o) => o.userId === userId);
      return {
        ...{ userId, name: operator?.name ?? null, roles: operator?.roles ?? [], open, overdue, dueSoon },
        decided: decided.find((d) => d.userId === userId)?.n ?? 0,
        absence: absences.find((a) => a.userId === userId) ?? null,
      };
    };
    return [null, ...operators.map((o) => o.userId)].map(lineOf);
  }
}
