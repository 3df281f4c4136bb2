import { Injectable } from '@nestjs/common';
import {
  amountLinesText,
  contractFields,
  contractMachine,
  DomainError,
  next,
  stageOf,
  type ContractAction,
  type RefusalCode,
  type ReviewDecision,
  type ReviewStage,
} from '@jihui/domain';
import type { Ref, Tx } from '../../platform/db/tx.js';
import { Ledger } from '../ledger/ledger.service.js';
import { isParty } from './contract-access.js';
import { enterDecision } from './contract-entries.js';
import { ContractDeadlines } from './contract-deadlines.service.js';
import { ContractReview } from './contract-review.entity.js';
import { TechnologyContract } from './technology-contract.entity.js';

type Decision = { stage: ReviewStage; decision: ReviewDecision; opinion?: string | null };
type BranchAction = Exclude<ContractAction, 'edit' | 'confirm' | 'submit' | 'cancel' | 'change' | 'perform' | 'deregister' | 'revoke' | 'reopen'>;

/** What the branch's operators decide, up to the registration. Every decision is a row beside the audit trail. */
@Injectable()
export class ContractReviewing {
  constructor(
    private readonly ledger: Ledger,
    private readonly deadlines: ContractDeadlines,
  ) {}

  /** 受理: the papers are there, the days of the examination begin. */
  async accept(tx: Tx, ref: Ref): Promise<TechnologyContract> {
    const row = await this.begin(tx, ref, 'accept');
    Object.assign(row, { acceptedAt: tx.now, dueOn: await this.deadlines.of(tx, 'FIRST_REVIEW') });
    await tx.save(row);
    await this.note(tx, row, { stage: 'ACCEPTANCE', decision: 'ACCEPT' });
    await tx.record('contract.accepted', row.id, {});
    enterDecision(this.ledger, tx, row, 'contract.accepted');
    return row;
  }

  /** 领取: an operator takes the file, so that no two read the same one. */
  async claim(tx: Tx, ref: Ref): Promise<TechnologyContract> {
    const row = await this.begin(tx, ref, 'claim');
    Object.assign(row, { firstReviewerId: tx.actor.userId, assigneeId: tx.actor.userId });
    await tx.save(row);
    await tx.record('contract.claimed', row.id, {});
    return row;
  }

  /** 初审 passed, on to 复审 or, above the threshold, to the experts. Who passes it, is its first reviewer, whoever had taken it. */
  async approveFirst(tx: Tx, ref: Ref, opinion: string | null = null): Promise<TechnologyContract> {
    const row = await this.begin(tx, ref, 'approveFirst');
    const expertsUntil = await this.deadlines.ofExperts(tx, row.techAmount);
    if (expertsUntil !== null) row.status = 'EXPERT_REVIEW';
    const dueOn = expertsUntil ?? (await this.deadlines.of(tx, 'SECOND_REVIEW'));
    // 复审 is another person's: until somebody is named, nobody's. Experts are heard by the first examiner.
    Object.assign(row, { firstReviewerId: tx.actor.userId, assigneeId: expertsUntil ? tx.actor.userId : null, dueOn });
    await tx.save(row);
    await this.note(tx, row, { stage: 'FIRST_REVIEW', decision: 'APPROVE', opinion });
    await tx.record('contract.firstApproved', row.id, {});
    enterDecision(this.ledger, tx, row, 'contract.firstApproved');
    return row;
  }

  /** 退回补正 from any step; the parties read the reason. */
  async return(tx: Tx, ref: Ref, reason: string): Promise<TechnologyContract> {
    const row = await tx.lock(TechnologyContract, ref, contractMachine.actions.return.permission);
    const from = row.status;
    const stage = stageOf(from);
    this.examine(tx, row, 'return');
    // Corrected, it comes back to who knows it.
    if (from === 'SECOND_REVIEW') row.assigneeId = row.firstReviewerId;
    Object.assign(row, { returnReason: reason, dueOn: null });
    await tx.save(row);
    if (stage) await this.note(tx, row, { stage, decision: 'RETURN', opinion: reason });
    await tx.record('contract.returned', row.id, { reason, from });
    enterDecision(this.ledger, tx, row, 'contract.returned');
    return row;
  }

  /** 不予登记, with the ground of the rules and the reason in words. */
  async refuse(tx: Tx, ref: Ref, code: RefusalCode, reason: string): Promise<TechnologyContract> {
    const row = await this.begin(tx, ref, 'refuse');
    Object.assign(row, { refusalCode: code, refusalReason: reason, dueOn: null });
    await tx.save(row);
    await this.note(tx, row, { stage: 'SECOND_REVIEW', decision: 'REFUSE', opinion: reason });
    await tx.record('contract.refused', row.id, { code, reason });
    enterDecision(this.ledger, tx, row, 'contract.refused');
    return row;
  }

  /** The file, locked and in its next state; also for the registration. */
  async begin(tx: Tx, ref: Ref, action: BranchAction): Promise<TechnologyContract> {
    const row = await tx.lock(TechnologyContract, ref, contractMachine.actions[action].permission);
    this.examine(tx, row, action);
    return row;
  }

  /** The row of a decision, in the same transaction. */
  async note(tx: Tx, row: TechnologyContract, { stage, decision, opinion }: Decision): Promise<void> {
    if (!row.branchId) throw new DomainError('NO_BRANCH');
    const fields = Object.fromEntries(contractFields.map((field) => [field, row[field] ?? null]));
    const content = decision === 'RETURN' ? { ...fields, amountLines: amountLinesText(row.amountLines) } : null;
    await tx.insert(ContractReview, {
      ...{ contractId: row.id, branchId: row.branchId, stage, decision, revision: row.revision, content },
      opinion: opinion || null,
      reviewerId: tx.actor.userId,
      reviewerName: tx.actor.name,
    });
  }

  private examine(tx: Tx, row: TechnologyContract, action: BranchAction): void {
    const isSecond = row.status === 'SECOND_REVIEW';
    row.status = next(contractMachine, row.status, action);
    if (isParty(tx.actor.organisationId, row)) throw new DomainError('OWN_ORGANISATION');
    // 初审 and 复审 are two persons (火炬中心《工作指引》 2022: 二次审核).
    if (isSecond && tx.actor.userId !== null && row.firstReviewerId === tx.actor.userId) throw new DomainError('SAME_REVIEWER');
  }
}
