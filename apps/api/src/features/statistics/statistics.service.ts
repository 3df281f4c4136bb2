import { Injectable } from '@nestjs/common';
import {
  isTakenOut,
  statisticsBy,
  statisticsKey,
  statisticsSum,
  type ContractStatus,
  type CountedContract,
  type StatisticsCut,
  type StatisticsFilter,
} from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Db } from '../../platform/db/db.js';
import type { Statistics } from './statistics-types.js';

type Row = CountedContract & { status: ContractStatus; endedOn: string | null; changes: number };
export type Figures = { counted: CountedContract[]; takenOut: CountedContract[]; changed: number };

/** The statistics of a branch by the rules of 2.1.11: every number is the sum over rows that its list shows. */
@Injectable()
export class StatisticsService {
  constructor(private readonly db: Db) {}

  /** The contracts of the actor's branch that count in the period, and those that were taken out in it. */
  async figures(actor: Actor, { from, until, basis }: StatisticsFilter, sellerId: string | null = null): Promise<Figures> {
    // Parties as they stood at the registration. Amounts as at the end of the period: of the first change after it, what was there before; else what is there now.
    const rows: Row[] = await this.db.em.query(
      `select c.id, c."registrationNo" as number, c.title, c.type, c."techField", coalesce(c."sellerKind", s.kind) as "sellerKind",
              coalesce(c."buyerKind", b.kind) as "buyerKind", coalesce(c."sellerRegion", s."regionCode") as "sellerRegion",
              coalesce(c."buyerRegion", b."regionCode") as "buyerRegion", c.status,
              to_char(c."registeredAt" at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as "registeredOn",
              to_char(c."endedAt" at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as "endedOn",
              coalesce(later.before->>'totalAmount', c."totalAmount"::text) as "totalAmount",
              coalesce(later.before->>'techAmount', c."techAmount"::text) as "techAmount",
              (select count(*)::int from contract_matter m where m."contractId" = c.id and m.kind = 'CHANGE' and m.status = 'GRANTED'
                  and m."decidedAt" >= period.starts and m."decidedAt" < period.ends) as changes
         from technology_contract c
         join organisation s on s.id = c."sellerId"
         join organisation b on b.id = c."buyerId"
        cross join (select $2::timestamptz as starts, $3::timestamptz as ends) period
         left join lateral (select m.before from contract_matter m where m."contractId" = c.id and m.kind = 'CHANGE' and m.status = 'GRANTED'
                              and m."decidedAt" >= period.ends order by m."decidedAt" limit 1) later on true
        where ${sellerId ? 'c."sellerId"' : 'c."branchId"'} = $1 and c."registrationNo" is not null
          and ($4 = 'PLATFORM' or c."nationalNo" is not null)
          and c."registeredAt" < period.ends and (c."registeredAt" >= period.starts or c."endedAt" >= period.starts and c."endedAt" < period.ends)
        order by c."registeredAt", c."registrationNo"`,
      [sellerId ?? actor.organisationId, `${from}T00:00:00+08:00`, dayAfter(until), basis],
    );
    const takenOut = rows.filter((r) => isTakenOut(r.status, r.endedOn, until) && (r.endedOn ?? '') >= from);
    const counted = rows.filter((r) => r.registeredOn >= from && !isTakenOut(r.status, r.endedOn, until));
    return { counted, takenOut, changed: counted.filter((r) => r.changes > 0).length };
  }

  /** One cut of them. */
  async by(actor: Actor, filter: StatisticsFilter, cut: StatisticsCut): Promise<Statistics> {
    const { counted, takenOut, changed } = await this.figures(actor, filter);
    const names = cut === 'OUTPUT' || cut === 'INTAKE' ? await this.regionNames() : null;
    const named = (line: ReturnType<typeof statisticsSum>) => ({ ...line, label: names?.get(line.key) ?? null });
    return { sum: named(statisticsSum(counted)), lines: statisticsBy(cut, counted).map(named), takenOut: named(statisticsSum(takenOut)), changed };
  }

  /** The contracts behind one number; without a key behind the sum, with OUT those taken out. */
  async contracts(actor: Actor, filter: StatisticsFilter, cut: StatisticsCut, key: string | null): Promise<CountedContract[]> {
    const { counted, takenOut } = await this.figures(actor, filter);
    if (key === 'OUT') return takenOut;
    return key === null ? counted : counted.filter((c) => statisticsKey(cut, c) === key);
  }

  async regionNames(): Promise<Map<string, string>> {
    const rows: { code: string; name: string }[] = await this.db.em.query('select code, name from region');
    return new Map(rows.map((r) => [r.code, r.name]));
  }
}

/** The first moment after a Shanghai day. */
export const dayAfter = (day: string): string => new Date(Date.parse(`${day}T00:00:00+08:00`) + 86_400_000).toISOString();
