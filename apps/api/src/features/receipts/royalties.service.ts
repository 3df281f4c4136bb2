import { Injectable } from '@nestjs/common';
import { DomainError, registeredStatuses, shanghaiDay, type RoyaltyStatement as Entry } from '@jihui/domain';
import type { Ref, Tx } from '../../platform/db/tx.js';
import { TechnologyContract } from '../contracts/technology-contract.entity.js';
import { RoyaltyStatement } from './royalty-statement.entity.js';

/** 履行与提成: the buyer reports, the seller confirms or disputes. */
@Injectable()
export class Royalties {
  /** A period that overlaps one already reported is refused: no sale is counted twice. */
  async report(tx: Tx, { contractId, from, until, sales, royalty, performance }: Entry): Promise<RoyaltyStatement> {
    tx.demand('receipt.write');
    const contract = await tx.see(TechnologyContract, contractId);
    const { sellerId, buyerId, branchId, status } = contract;
    if (buyerId !== tx.actor.organisationId) throw new DomainError('FORBIDDEN');
    if (!registeredStatuses.includes(status)) throw new DomainError('ILLEGAL_TRANSITION', { machine: 'contract', state: status, action: 'report' });
    if (until > shanghaiDay(tx.now)) throw new DomainError('INVALID_INPUT', { issues: [{ path: 'until', code: 'in_future' }] });
    const overlapping = await tx.em
      .createQueryBuilder(RoyaltyStatement, 'r')
      .where(`r.contractId = :contractId and r.status <> 'DISPUTED' and r.from <= :until and r.until >= :from`, { contractId, from, until })
      .getExists();
    if (overlapping) throw new DomainError('ALREADY_EXISTS');
    const row = await tx.insert(RoyaltyStatement, { contractId, sellerId, buyerId, branchId, status: 'REPORTED', from, until, sales, royalty, performance, dispute: null });
    await tx.record('contract.royaltyReported', contractId, { royalty, until });
    return row;
  }

  async confirm(tx: Tx, ref: Ref): Promise<RoyaltyStatement> {
    const row = await this.open(tx, ref, 'confirm');
    row.status = 'CONFIRMED';
    await tx.save(row);
    await tx.record('contract.royaltyConfirmed', row.contractId, {});
    return row;
  }

  /** Disputed it counts nothing; the buyer reports the period again. */
  async dispute(tx: Tx, ref: Ref, reason: string): Promise<RoyaltyStatement> {
    const row = await this.open(tx, ref, 'dispute');
    Object.assign(row, { status: 'DISPUTED', dispute: reason });
    await tx.save(row);
    await tx.record('contract.royaltyDisputed', row.contractId, { reason });
    return row;
  }

  private async open(tx: Tx, ref: Ref, action: string): Promise<RoyaltyStatement> {
    const row = await tx.lock(RoyaltyStatement, ref, 'receipt.write');
    if (row.status !== 'REPORTED') throw new DomainError('ILLEGAL_TRANSITION', { machine: 'royalty', state: row.status, action });
    return row;
  }
}
