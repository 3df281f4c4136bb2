import { Injectable } from '@nestjs/common';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { Actor } from '../../platform/auth/actor.js';
import { visible } from '../../platform/db/access.js';
import { Db } from '../../platform/db/db.js';
import { pageOf, type Page, type PageInput } from '../../platform/graphql/paged.js';
import type { TechnologyContract } from '../contracts/technology-contract.entity.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { ContractReceipt } from './contract-receipt.entity.js';
import { FollowUpTask } from './follow-up-task.entity.js';
import { receiptState } from './receipts.service.js';
import type { ContractIncome, TechIncomeLine } from './receipt-types.js';
import { RoyaltyStatement } from './royalty-statement.entity.js';

type OfContract = ContractReceipt | RoyaltyStatement | FollowUpTask;

/** What is read of a contract's money and tasks by its two sides and its branch. */
@Injectable()
export class ReceiptLists {
  constructor(private readonly db: Db) {}

  receipts(contractId: string, actor: Actor): Promise<ContractReceipt[]> {
    return this.of(ContractReceipt, contractId, actor).orderBy('r.receivedOn', 'DESC').addOrderBy('r.id', 'DESC').getMany();
  }

  royalties(contractId: string, actor: Actor): Promise<RoyaltyStatement[]> {
    return this.of(RoyaltyStatement, contractId, actor).orderBy('r.from', 'DESC').addOrderBy('r.id', 'DESC').getMany();
  }

  followUps(contractId: string, actor: Actor): Promise<FollowUpTask[]> {
    return this.of(FollowUpTask, contractId, actor).orderBy('r.createdAt', 'ASC').getMany();
  }

  /** The open tasks of one's side, the nearest last day first. */
  myTasks(actor: Actor, page: PageInput): Promise<Page<FollowUpTask>> {
    const query = visible(this.db.em.createQueryBuilder(FollowUpTask, 'r').where('r.doneOn is null'), FollowUpTask, actor);
    query.andWhere(`(r.sellerId = :own and r.kind <> 'TAX_NOTICE' or r.branchId = :own and r.kind = 'TAX_NOTICE')`, { own: actor.organisationId });
    return pageOf(query.orderBy('r.dueOn', 'ASC', 'NULLS LAST').addOrderBy('r.id', 'ASC'), page);
  }

  /** The sums of a contract, for those who see its receipts. */
  async income(contract: TechnologyContract, actor: Actor): Promise<ContractIncome | null> {
    const isReader = [contract.sellerId, contract.buyerId, contract.branchId].includes(actor.organisationId) || actor.kind === 'SYSTEM';
    if (!isReader) return null;
    const { totalAmount, royalties, received, techIncome } = await receiptState(this.db.em, contract);
    const most = BigInt(totalAmount) + BigInt(royalties);
    const sum = BigInt(received.PRICE) + BigInt(received.ROYALTY);
    return { received: String(sum), techIncome: String(BigInt(techIncome.PRICE) + BigInt(techIncome.ROYALTY)), outstanding: String(most > sum ? most - sum : 0n), royalties };
  }

  /** 技术性收入 per unit and year of receipt: one's own unit, or the units of one's branch. */
  techIncome(actor: Actor): Promise<TechIncomeLine[]> {
    const query = visible(this.db.em.createQueryBuilder(ContractReceipt, 'r').where('r.voidedAt is null'), ContractReceipt, actor);
    if (actor.organisationKind !== 'MARKET_OPERATOR') query.andWhere('r.sellerId = :own', { own: actor.organisationId });
    return query
      .innerJoin(Organisation, 'o', 'o.id = r.sellerId')
      .select(['o.id as "unitId"', 'o.name as "unitName"', 'extract(year from r."receivedOn")::int as year', 'count(*)::int as receipts'])
      .addSelect(['sum(r.amount)::text as amount', 'sum(r."techIncome")::text as "techIncome"'])
      .groupBy('o.id')
      .addGroupBy('o.name')
      .addGroupBy('extract(year from r."receivedOn")')
      .orderBy('year', 'DESC')
      .addOrderBy('sum(r."techIncome")', 'DESC')
      .getRawMany<TechIncomeLine>();
  }

  private of<T extends OfContract & ObjectLiteral>(entity: new () => T, contractId: string, actor: Actor): SelectQueryBuilder<T> {
    return visible(this.db.em.createQueryBuilder(entity, 'r').where('r.contractId = :contractId', { contractId }), entity, actor);
  }
}
