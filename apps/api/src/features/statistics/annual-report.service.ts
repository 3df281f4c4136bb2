import { Injectable } from '@nestjs/common';
import { addMonths, civilClassOf, ContractClass5, shanghaiDay, statisticsSum, type AnomalyCode } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Db } from '../../platform/db/db.js';
import { RightsGrants } from '../rewards/rights-grants.service.js';
import { StatisticsService } from './statistics.service.js';
import type { AnnualReport, ReportAnomaly } from './statistics-types.js';

type Sums = Pick<AnnualReport, 'received' | 'techIncome' | 'netIncome' | 'rewards' | 'paid' | 'achievements'>;
type Found = { code: AnomalyCode; title: string; id: string; amount: string | null };

/** 成果转化年度报告 of the actor's unit, from its records, with what does not fit together in them. */
@Injectable()
export class AnnualReports {
  constructor(
    private readonly db: Db,
    private readonly statistics: StatisticsService,
    private readonly grants: RightsGrants,
  ) {}

  async of(actor: Actor, year: number): Promise<AnnualReport> {
    const period = { from: `${year}-01-01`, until: `${year}-12-31`, basis: 'PLATFORM' } as const;
    const { counted } = await this.statistics.figures(actor, period, actor.organisationId ?? '');
    const classes = ContractClass5.options.map((contractClass) => {
      const { count, totalAmount, techAmount } = statisticsSum(counted.filter((c) => civilClassOf(c.type) === contractClass));
      return { contractClass, count, totalAmount, techAmount };
    });
    return { unitName: actor.organisationName, year, classes, contracts: counted, ...(await this.sums(actor, year)), anomalies: await this.anomalies(actor, year) };
  }

  private async sums({ organisationId }: Actor, year: number): Promise<Sums> {
    const [row]: Sums[] = await this.db.em.query(
      `select (select count(*)::int from achievement where "organisationId" = $1 and extract(year from "publishedAt" at time zone 'Asia/Shanghai') = $2) as achievements,
              (select coalesce(sum(amount), 0)::text from contract_receipt where "sellerId" = $1 and "voidedAt" is null and extract(year from "receivedOn") = $2) as received,
              (select coalesce(sum("techIncome"), 0)::text from contract_receipt where "sellerId" = $1 and "voidedAt" is null and extract(year from "receivedOn") = $2) as "techIncome",
              (select coalesce(sum("netIncome"), 0)::text from income_distribution where "organisationId" = $1 and status <> 'CANCELLED' and extract(year from "receivedOn") = $2) as "netIncome",
              (select coalesce(sum(pool), 0)::text from income_distribution where "organisationId" = $1 and status <> 'CANCELLED' and extract(year from "receivedOn") = $2) as rewards,
              (select coalesce(sum((share->>'fen')::bigint), 0)::text from income_distribution d cross join jsonb_array_elements(d.shares) share
                where d."organisationId" = $1 and d.status <> 'CANCELLED' and left(share->>'paidOn', 4) = $3) as paid`,
      [organisationId, year, String(year)],
    );
    return row ?? { achievements: 0, received: '0', techIncome: '0', netIncome: '0', rewards: '0', paid: '0' };
  }

  /** What an auditor would ask: money without papers, papers without money, terms that have run out. */
  private async anomalies(actor: Actor, year: number): Promise<ReportAnomaly[]> {
    const today = shanghaiDay(new Date());
    const found: Found[] = await this.db.em.query(
      `with own as (
         select c.*, coalesce((select sum(amount) from contract_receipt r where r."contractId" = c.id and r."voidedAt" is null), 0) as got,
                coalesce((select sum(royalty) from royalty_statement r where r."contractId" = c.id and r.status = 'CONFIRMED'), 0) as royalties,
                coalesce((select sum(income) from income_distribution d where d."contractId" = c.id and d.status <> 'CANCELLED'), 0) as divided
           from technology_contract c where c."sellerId" = $1 and c.status in ('REGISTERED', 'PERFORMED') and c."registeredAt" < $2)
       select 'NO_RECEIPT' as code, title, id, "totalAmount"::text as amount from own where got = 0 and "registeredAt" < $3
       union all select 'RECEIPT_BEYOND', title, id, (got - "totalAmount" - royalties)::text from own where got > "totalAmount" + royalties
       union all select 'NO_DISTRIBUTION', title, id, (got - divided)::text from own where "achievementId" is not null and got > divided
       union all select 'NO_ACHIEVEMENT', title, id, null from own where "achievementId" is null and (type like 'TRANSFER%' or type like 'LICENSE%')
       union all select 'NO_NATIONAL_NO', title, id, null from own where "nationalNo" is null
       union all select 'FOLLOW_UP_LATE', own.title, own.id, null from own join follow_up_task t on t."contractId" = own.id where t."doneOn" is null and t."dueOn" < $4
       union all select 'PAYMENT_LATE', own.title, own.id, d.pool::text from own join income_distribution d on d."contractId" = own.id
                  where d.status not in ('PAID', 'CANCELLED') and d."payBy" < $4`,
      [actor.organisationId, `${year + 1}-01-01T00:00:00+08:00`, `${addMonths(today, -6)}T00:00:00+08:00`, today],
    );
    const dormant = (await this.grants.dormant(actor)).filter((d) => d.daysLeft < 0);
    return [
      ...found.map(({ code, title, id, amount }) => ({ code, title, link: `/contracts/${id}?tab=money`, amount })),
      ...dormant.map((d) => ({ code: 'DORMANT' as const, title: d.title, link: `/achievements/${d.achievementId}`, amount: null })),
    ];
  }
}
