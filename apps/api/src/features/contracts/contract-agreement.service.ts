import { Injectable } from '@nestjs/common';
import { contractComplete, contractMachine, DomainError, next, parse } from '@jihui/domain';
import type { Ref, Tx } from '../../platform/db/tx.js';
import { refuseEndedRights } from '../achievements/ended-rights.js';
import { BrokerQuestions } from '../broker-questions/broker-questions.service.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { Ledger } from '../ledger/ledger.service.js';
import { hasConfirmed, sideOf } from './contract-access.js';
import { enterDecision } from './contract-entries.js';
import { ContractDeadlines } from './contract-deadlines.service.js';
import { TechnologyContract } from './technology-contract.entity.js';

/** From the draft to the branch: both sides confirm one revision, the seller files it. */
@Injectable()
export class ContractAgreement {
  constructor(
    private readonly ledger: Ledger,
    private readonly deadlines: ContractDeadlines,
    private readonly brokers: BrokerQuestions,
  ) {}

  /** One side says that it agrees with the content as it is; the second one makes it CONFIRMED. Nothing may be missing by then. */
  async confirm(tx: Tx, ref: Ref): Promise<TechnologyContract> {
    const row = await tx.lock(TechnologyContract, ref, 'contract.confirm');
    const side = sideOf(tx.actor, row);
    if (!side) throw new DomainError('FORBIDDEN');
    if (row.status === 'DRAFT' && hasConfirmed(row, side)) throw new DomainError('ALREADY_CONFIRMED');
    const status = next(contractMachine, row.status, 'confirm');
    parse(contractComplete, row);
    if (side === 'SELLER') row.sellerConfirmedRevision = row.revision;
    else row.buyerConfirmedRevision = row.revision;
    if (isAgreed(row)) row.status = status;
    await tx.save(row);
    await tx.record('contract.confirmed', row.id, { revision: row.revision });
    return row;
  }

  /** The seller files it with the branch of its place; the branch's first step begins. Whoever has introduced the parties is named, or it is said why not. */
  async submit(tx: Tx, ref: Ref): Promise<TechnologyContract> {
    const row = await tx.lock(TechnologyContract, ref, 'contract.submit');
    if (!isAgreed(row)) throw new DomainError('NOT_CONFIRMED');
    row.status = next(contractMachine, row.status, 'submit');
    await refuseEndedRights(tx, row, row.achievementId);
    parse(contractComplete, row);
    const [unnamed] = await this.brokers.open(tx.em, row);
    if (unnamed) throw new DomainError('BROKER_UNNAMED', { broker: unnamed.brokerName });
    const seller = await tx.em.findOneByOrFail(Organisation, { id: row.sellerId });
    if (seller.status !== 'VERIFIED') throw new DomainError('ORGANISATION_NOT_VERIFIED');
    // A file that came back goes to the branch that knows it (河南省技术市场条例 Art 17: the same registrar).
    row.branchId = row.submittedAt ? row.branchId : seller.branchId;
    if (!row.branchId) throw new DomainError('NO_BRANCH');
    Object.assign(row, {
      submittedAt: tx.now,
      acceptedAt: null,
      firstReviewerId: null,
      returnReason: null,
      dueOn: await this.deadlines.of(tx, 'ACCEPTANCE'),
    });
    await tx.save(row);
    await tx.record('contract.submitted', row.id, {});
    enterDecision(this.ledger, tx, row, 'contract.submitted');
    return row;
  }

  /** Ends it before it is accepted. While it lies with the branch only the seller, who filed it, takes it back. */
  async cancel(tx: Tx, ref: Ref): Promise<TechnologyContract> {
    const row = await tx.lock(TechnologyContract, ref, 'contract.write');
    if (row.status === 'SUBMITTED' && sideOf(tx.actor, row) === 'BUYER') throw new DomainError('FORBIDDEN');
    row.status = next(contractMachine, row.status, 'cancel');
    row.dueOn = null;
    await tx.save(row);
    await tx.record('contract.cancelled', row.id, {});
    if (row.submittedAt) enterDecision(this.ledger, tx, row, 'contract.cancelled');
    return row;
  }
}

function isAgreed(row: TechnologyContract): boolean {
  return hasConfirmed(row, 'SELLER') && hasConfirmed(row, 'BUYER');
}
