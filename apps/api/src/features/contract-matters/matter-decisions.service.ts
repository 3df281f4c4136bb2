import { Injectable } from '@nestjs/common';
import { contractComplete, contractMachine, DomainError, matterMachine, next, outcomeOf, parse, type MatterAction } from '@jihui/domain';
import { system } from '../../platform/auth/actor.js';
import type { Ref, Tx } from '../../platform/db/tx.js';
import { isParty } from '../contracts/contract-access.js';
import { ContractDeadlines } from '../contracts/contract-deadlines.service.js';
import { enterDecision } from '../contracts/contract-entries.js';
import { TechnologyContract } from '../contracts/technology-contract.entity.js';
import { Ledger } from '../ledger/ledger.service.js';
import { ContractMatter } from './contract-matter.entity.js';
import { hasRefused } from './matter-access.js';

type Step = Extract<MatterAction, 'examine' | 'return' | 'grant' | 'refuse'>;

/** What the branch decides about a matter, in two steps by two persons, and what becomes of the contract. */
@Injectable()
export class MatterDecisions {
  constructor(
    private readonly ledger: Ledger,
    private readonly deadlines: ContractDeadlines,
  ) {}

  /** 初审 of the matter passed. */
  async examine(tx: Tx, ref: Ref, opinion: string | null = null): Promise<ContractMatter> {
    const row = await this.begin(tx, ref, 'examine');
    Object.assign(row, { examinedBy: tx.actor.userId, examinerName: tx.actor.name, opinion, dueOn: await this.deadlines.of(tx, 'SECOND_REVIEW') });
    await tx.save(row);
    await tx.record('contract.matterExamined', row.contractId, { kind: row.kind });
    return row;
  }

  /** Back to the side that filed it; its days stop. */
  async return(tx: Tx, ref: Ref, reason: string): Promise<ContractMatter> {
    const row = await this.begin(tx, ref, 'return');
    if (row.kind === 'REVOCATION') throw new DomainError('ILLEGAL_TRANSITION', { machine: 'matter', state: 'EXAMINED', action: 'return' });
    Object.assign(row, { opinion: reason, dueOn: null, examinedBy: null, examinerName: null });
    await tx.save(row);
    await tx.record('contract.matterReturned', row.contractId, { kind: row.kind, reason });
    return row;
  }

  /** Refused: the contract stays as it is. The refusal is a decision like any other and enters the ledger. */
  async refuse(tx: Tx, ref: Ref, reason: string): Promise<ContractMatter> {
    const row = await this.begin(tx, ref, 'refuse');
    await this.close(tx, row, reason);
    await tx.record('contract.matterRefused', row.contractId, { kind: row.kind, reason });
    enterDecision(this.ledger, tx, await this.contractOf(tx, row), 'contract.matterRefused');
    return row;
  }

  /** Granted: the contract is changed, performed, deregistered, revoked or examined again, in this transaction and in the ledger. */
  async grant(tx: Tx, ref: Ref, opinion: string | null = null): Promise<ContractMatter> {
    const row = await this.begin(tx, ref, 'grant');
    const contract = await this.contractOf(tx, row);
    contract.status = next(contractMachine, contract.status, outcomeOf[row.kind]);
    await this.close(tx, row, opinion ?? row.opinion);
    await this.carryOut(tx, row, contract);
    return row;
  }

  private async carryOut(tx: Tx, row: ContractMatter, contract: TechnologyContract): Promise<void> {
    const number = contract.registrationNo ?? '';
    switch (row.kind) {
      case 'CHANGE': {
        const changed = row.proposal ?? {};
        Object.assign(contract, changed, { changedAt: tx.now, registeredVersion: contract.registeredVersion + 1 });
        contract.revision += 1;
        // Both confirmed it by agreeing to the matter.
        Object.assign(contract, { sellerConfirmedRevision: contract.revision, buyerConfirmedRevision: contract.revision });
        parse(contractComplete, contract);
        await tx.save(contract);
        await tx.record('contract.changed', contract.id, { number, registeredVersion: contract.registeredVersion, fields: Object.keys(changed) });
        return enterDecision(this.ledger, tx, contract, 'contract.changed');
      }
      case 'REVIEW':
        Object.assign(contract, { refusalCode: null, refusalReason: null, firstReviewerId: null, assigneeId: null, acceptedAt: tx.now });
        contract.dueOn = await this.deadlines.of(tx, 'FIRST_REVIEW');
        await tx.save(contract);
        await tx.record('contract.reopened', contract.id, {});
        return enterDecision(this.ledger, tx, contract, 'contract.reopened');
      case 'PERFORMANCE':
        contract.endedAt = tx.now;
        await tx.save(contract);
        await tx.record('contract.performed', contract.id, { number });
        return enterDecision(this.ledger, tx, contract, 'contract.performed');
      default: {
        contract.endedAt = tx.now;
        await tx.save(contract);
        const event = row.kind === 'REVOCATION' ? 'contract.revoked' : 'contract.deregistered';
        await tx.record(event, contract.id, { number, reason: row.reason });
        return enterDecision(this.ledger, tx, contract, event);
      }
    }
  }

  private async close(tx: Tx, row: ContractMatter, opinion: string | null): Promise<void> {
    Object.assign(row, { opinion, decidedBy: tx.actor.userId, deciderName: tx.actor.name, decidedAt: tx.now, dueOn: null });
    await tx.save(row);
  }

  /** Locked by the matter that is about it: the actor's right was asked there. */
  private contractOf(tx: Tx, row: ContractMatter): Promise<TechnologyContract> {
    return tx.with({ actor: system }).lock(TechnologyContract, { id: row.contractId }, 'matter.decide');
  }

  private async begin(tx: Tx, ref: Ref, action: Step): Promise<ContractMatter> {
    const row = await tx.lock(ContractMatter, ref, matterMachine.actions[action].permission);
    row.status = next(matterMachine, row.status, action);
    if (isParty(tx.actor.organisationId, await this.contractOf(tx, row))) throw new DomainError('OWN_ORGANISATION');
    if (action !== 'grant' && action !== 'refuse') return row;
    if (row.examinedBy !== null && row.examinedBy === tx.actor.userId) throw new DomainError('SAME_REVIEWER');
    if (await hasRefused(tx.em, row, tx.actor.userId)) throw new DomainError('SAME_REVIEWER');
    return row;
  }
}
