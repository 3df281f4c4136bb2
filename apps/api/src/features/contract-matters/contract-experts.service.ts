import { Injectable } from '@nestjs/common';
import { DomainError, fewestExperts, type ExpertOpinionEntry } from '@jihui/domain';
import type { Ref, Tx } from '../../platform/db/tx.js';
import { ContractDeadlines } from '../contracts/contract-deadlines.service.js';
import { enterDecision } from '../contracts/contract-entries.js';
import { ContractReviewing } from '../contracts/contract-reviewing.service.js';
import { TechnologyContract } from '../contracts/technology-contract.entity.js';
import { Ledger } from '../ledger/ledger.service.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { ExpertOpinion } from './expert-opinion.entity.js';

/** 专家评审 between the two examinations: above the threshold of the rules, or when the first examiner finds the file disputed. */
@Injectable()
export class ContractExperts {
  constructor(
    private readonly reviewing: ContractReviewing,
    private readonly deadlines: ContractDeadlines,
    private readonly ledger: Ledger,
  ) {}

  /** A disputed file goes to the experts, whatever its amount. */
  async refer(tx: Tx, ref: Ref, reason: string): Promise<TechnologyContract> {
    const row = await this.reviewing.begin(tx, ref, 'referToExperts');
    Object.assign(row, { firstReviewerId: tx.actor.userId, assigneeId: tx.actor.userId, dueOn: await this.deadlines.ofExperts(tx, row.techAmount, true) });
    await tx.save(row);
    await this.reviewing.note(tx, row, { stage: 'FIRST_REVIEW', decision: 'APPROVE', opinion: reason });
    await tx.record('contract.referredToExperts', row.id, { reason });
    return row;
  }

  /** What one expert said. An expert of a party, its schools and departments included, is not heard, and nobody twice. */
  async hear(tx: Tx, { contractId, name, unit, supports, opinion }: ExpertOpinionEntry): Promise<ExpertOpinion> {
    const contract = await tx.lock(TechnologyContract, { id: contractId }, 'contract.firstReview');
    if (contract.status !== 'EXPERT_REVIEW') throw new DomainError('ILLEGAL_TRANSITION', { machine: 'contract', state: contract.status, action: 'hearExpert' });
    const ids = [contract.sellerId, contract.buyerId, contract.brokerId].filter((id) => id !== null);
    const parties = await tx.em.findBy(Organisation, ids.map((id) => ({ id })));
    if (parties.some((party) => unit.startsWith(party.name))) throw new DomainError('INVALID_INPUT', { issues: [{ path: 'unit', code: 'expert_of_party' }] });
    if (await tx.em.countBy(ExpertOpinion, { contractId, name, unit })) throw new DomainError('ALREADY_EXISTS');
    const branchId = contract.branchId ?? '';
    const row = await tx.insert(ExpertOpinion, { contractId, branchId, name, unit, supports, opinion, enteredBy: tx.actor.userId });
    await tx.record('contract.expertHeard', contractId, { supports });
    return row;
  }

  /** Enough experts have been heard: on to 复审, which reads what they said and decides by itself. */
  async conclude(tx: Tx, ref: Ref): Promise<TechnologyContract> {
    const row = await this.reviewing.begin(tx, ref, 'concludeExperts');
    const heard = await tx.em.findBy(ExpertOpinion, { contractId: row.id });
    if (heard.length < fewestExperts) throw new DomainError('EXPERTS_MISSING', { count: fewestExperts, heard: heard.length });
    Object.assign(row, { assigneeId: null, dueOn: await this.deadlines.of(tx, 'SECOND_REVIEW') });
    await tx.save(row);
    await tx.record('contract.expertsConcluded', row.id, { opinions: heard.length, supporting: heard.filter((o) => o.supports).length });
    enterDecision(this.ledger, tx, row, 'contract.expertsConcluded');
    return row;
  }
}
