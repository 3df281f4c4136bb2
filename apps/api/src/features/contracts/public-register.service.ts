import { Injectable } from '@nestjs/common';
import { certificateState, civilClassOf, DomainError, numberedStatuses, registeredStatuses, shanghaiDay, tidyPlatformNo, typesOfClass, type RegisterFilter } from '@jihui/domain';
import type { SelectQueryBuilder } from 'typeorm';
import { Db } from '../../platform/db/db.js';
import type { PageInput } from '../../platform/graphql/paged.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { LedgerLists } from '../ledger/ledger-lists.service.js';
import type { Certificate, RegisterEntry, RegisterPage } from './contract-types.js';
import { TechnologyContract } from './technology-contract.entity.js';

type CertificateRow = Pick<TechnologyContract, 'id' | 'type' | 'title' | 'status' | 'registeredAt' | 'registeredVersion' | 'changedAt' | 'endedAt' | 'nationalNo'> &
  Record<'number' | 'sellerName' | 'buyerName' | 'branchName', string> & { brokerName: string | null };
type EntryRow = Pick<TechnologyContract, 'type' | 'techField' | 'registeredAt'> & {
  number: string;
  branchName: string;
  totalAmount: string;
};

/** What anybody may know of registered contracts. It reads columns, not rows: a text or an amount cannot slip out by a new field. */
@Injectable()
export class PublicRegister {
  constructor(
    private readonly db: Db,
    private readonly ledger: LedgerLists,
  ) {}

  /** The certificate with that number, as anybody types it. */
  certificate(number: string): Promise<Certificate> {
    return this.certificateWhere('c.registrationNo = :key', tidyPlatformNo(number));
  }

  /** The certificate behind the link that the parties got. */
  certificateByToken(token: string): Promise<Certificate> {
    return this.certificateWhere('c.verificationToken = :key', token);
  }

  /** One page of the register, with the sum and the choices for the whole of it. */
  async page(filter: RegisterFilter, { page, size }: PageInput): Promise<RegisterPage> {
    const totals = await this.narrowed(filter)
      .select('count(*)::int', 'total')
      .addSelect('coalesce(sum(c."totalAmount"), 0)::text', 'totalAmount')
      .getRawOne<{ total: number; totalAmount: string }>();
    const rows = await this.narrowed(filter)
      .innerJoin(Organisation, 'b', 'b.id = c.branchId')
      .select([
        'c."registrationNo" as number',
        'c.type as type',
        'c."techField" as "techField"',
        'c."registeredAt" as "registeredAt"',
        'c."totalAmount" as "totalAmount"',
        'b.name as "branchName"',
      ])
      .orderBy('c.registeredAt', 'DESC')
      .addOrderBy('c.registrationNo', 'DESC')
      .offset((page - 1) * size)
      .limit(size)
      .getRawMany<EntryRow>();
    return { items: rows.map(entryOf), total: totals?.total ?? 0, totalAmount: totals?.totalAmount ?? '0', ...(await this.choices()) };
  }

  private async choices(): Promise<Pick<RegisterPage, 'years' | 'branches'>> {
    const years: { year: number }[] = await this.db.em.query('select distinct year from registration_counter order by year desc');
    const branches: RegisterPage['branches'] = await this.db.em.query(
      'select o.id, o.name from organisation o where exists (select 1 from registration_counter r where r."branchId" = o.id) order by o."branchCode"',
    );
    return { years: years.map((y) => y.year), branches };
  }

  private narrowed({ year, contractClass, techField, branchId }: RegisterFilter): SelectQueryBuilder<TechnologyContract> {
    const query = this.db.em.createQueryBuilder(TechnologyContract, 'c').where('c.status in (:...registered)', { registered: registeredStatuses });
    if (year)
      query.andWhere('c.registeredAt >= :from and c.registeredAt < :to', {
        from: `${year}-01-01T00:00:00+08:00`,
        to: `${year + 1}-01-01T00:00:00+08:00`,
      });
    if (contractClass) query.andWhere('c.type in (:...types)', { types: typesOfClass(contractClass) });
    if (techField) query.andWhere('c.techField = :techField', { techField });
    if (branchId) query.andWhere('c.branchId = :branchId', { branchId });
    return query;
  }

  private async certificateWhere(condition: string, key: string): Promise<Certificate> {
    const row = await this.db.em
      .createQueryBuilder(TechnologyContract, 'c')
      .innerJoin(Organisation, 's', 's.id = c.sellerId')
      .innerJoin(Organisation, 'y', 'y.id = c.buyerId')
      .leftJoin(Organisation, 'k', 'k.id = c.brokerId')
      .innerJoin(Organisation, 'b', 'b.id = c.branchId')
      .select(['c.id as id', 'c."registrationNo" as number', 'c.type as type', 'c.title as title', 'c."registeredAt" as "registeredAt"'])
      .addSelect(['s.name as "sellerName"', 'y.name as "buyerName"', 'k.name as "brokerName"', 'b.name as "branchName"'])
      .addSelect(['c.status as status', 'c."registeredVersion" as "registeredVersion"', 'c."changedAt" as "changedAt"', 'c."endedAt" as "endedAt"', 'c."nationalNo" as "nationalNo"'])
      .where('c.status in (:...numbered)', { numbered: numberedStatuses })
      .andWhere(condition, { key })
      .getRawOne<CertificateRow>();
    if (!row) throw new DomainError('NOT_FOUND');
    const { id, registeredAt, changedAt, endedAt, status, ...shown } = row;
    return {
      ...{ ...shown, state: certificateState(status, row.registeredVersion), registeredOn: dayOf(registeredAt) },
      ...{ changedOn: changedAt && shanghaiDay(changedAt), endedOn: endedAt && shanghaiDay(endedAt) },
      ledger: await this.ledger.placeOf(id, 'contract.registered'),
    };
  }
}

function entryOf({ type, registeredAt, ...row }: EntryRow): RegisterEntry {
  return { ...row, contractClass: civilClassOf(type), registeredOn: dayOf(registeredAt) };
}

function dayOf(registeredAt: Date | null): string {
  if (!registeredAt) throw new Error('a registered contract without its day');
  return shanghaiDay(registeredAt);
}
