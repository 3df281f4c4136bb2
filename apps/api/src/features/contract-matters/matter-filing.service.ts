import { Injectable } from '@nestjs/common';
import {
  DomainError,
  matterMachine,
  needsBothSides,
  next,
  outcomeOf,
  contractMachine,
  type ContractChange,
  type ContractRevocation,
  type MatterFiling,
  type MatterKind,
} from '@jihui/domain';
import { system } from '../../platform/auth/actor.js';
import type { Ref, Tx } from '../../platform/db/tx.js';
import { FilesService } from '../../platform/files/files.service.js';
import { isParty, sideOf } from '../contracts/contract-access.js';
import { ContractDeadlines } from '../contracts/contract-deadlines.service.js';
import { TechnologyContract } from '../contracts/technology-contract.entity.js';
import { ContractMatter } from './contract-matter.entity.js';
import { MatterProposals, type Proposal } from './matter-proposals.service.js';

type Filed = { kind: MatterKind; ground?: ContractMatter['ground']; reason: string; fileIds?: string[] | undefined };

/** Matters while the parties (or, for a revocation, the branch) bring them forward. */
@Injectable()
export class MatterFilings {
  constructor(
    private readonly deadlines: ContractDeadlines,
    private readonly proposals: MatterProposals,
    private readonly files: FilesService,
  ) {}

  /** 履行完毕, 注销 or 复核. The first of them waits for the other side. */
  async file(tx: Tx, input: MatterFiling): Promise<ContractMatter> {
    return this.open(tx, await this.contractOf(tx, input.contractId, input.kind), input);
  }

  /** 变更: the other side agrees before the branch sees it. */
  async change(tx: Tx, input: ContractChange): Promise<ContractMatter> {
    const contract = await this.contractOf(tx, input.contractId, 'CHANGE');
    return this.open(tx, contract, { ...input, kind: 'CHANGE' }, await this.proposals.of(tx, contract, input));
  }

  /** 撤销, proposed by an operator; another one decides it. The parties read it at once. */
  async revoke(tx: Tx, input: ContractRevocation): Promise<ContractMatter> {
    tx.demand('matter.revoke');
    const contract = await tx.see(TechnologyContract, input.contractId);
    if (contract.branchId !== tx.actor.organisationId) throw new DomainError('FORBIDDEN');
    if (isParty(tx.actor.organisationId, contract)) throw new DomainError('OWN_ORGANISATION');
    next(contractMachine, contract.status, 'revoke');
    const row = await this.insert(tx, contract, { ...input, kind: 'REVOCATION' }, null);
    Object.assign(row, { status: 'EXAMINED', examinedBy: tx.actor.userId, examinerName: tx.actor.name, dueOn: await this.deadlines.of(tx, 'SECOND_REVIEW') });
    return tx.save(row);
  }

  /** The other side agrees; the branch's days begin. */
  async agree(tx: Tx, ref: Ref): Promise<ContractMatter> {
    const row = await tx.lock(ContractMatter, ref, 'matter.file');
    if (row.filedByOrganisationId === tx.actor.organisationId) throw new DomainError('ALREADY_CONFIRMED');
    row.status = next(matterMachine, row.status, 'agree');
    Object.assign(row, { agreedAt: tx.now, dueOn: await this.deadlines.of(tx, 'FIRST_REVIEW') });
    await tx.save(row);
    await tx.record('contract.matterAgreed', row.contractId, { kind: row.kind });
    return row;
  }

  /** A returned matter again, with another reason and more papers; the content of a change is filed anew instead. */
  async refile(tx: Tx, ref: Ref, reason: string, fileIds: string[] = []): Promise<ContractMatter> {
    const row = await this.own(tx, ref);
    row.status = next(matterMachine, row.status, 'refile');
    Object.assign(row, { reason, agreedAt: null });
    for (const id of fileIds) await this.files.attach(tx, id, 'contractMatter', row.id);
    await this.goOn(tx, row);
    await tx.save(row);
    await tx.record('contract.matterFiled', row.contractId, { kind: row.kind });
    return row;
  }

  async withdraw(tx: Tx, ref: Ref): Promise<ContractMatter> {
    const row = await this.own(tx, ref);
    row.status = next(matterMachine, row.status, 'withdraw');
    row.dueOn = null;
    await tx.save(row);
    await tx.record('contract.matterWithdrawn', row.contractId, { kind: row.kind });
    return row;
  }

  private async own(tx: Tx, ref: Ref): Promise<ContractMatter> {
    const row = await tx.lock(ContractMatter, ref, 'matter.file');
    if (row.filedByOrganisationId !== tx.actor.organisationId) throw new DomainError('FORBIDDEN');
    return row;
  }

  private async contractOf(tx: Tx, id: string, kind: MatterKind): Promise<TechnologyContract> {
    tx.demand('matter.file');
    const contract = await tx.see(TechnologyContract, id);
    const side = sideOf(tx.actor, contract);
    // The seller registered it, so the seller ends it or asks for the review; what both must want either may propose.
    if (!side || (side === 'BUYER' && !needsBothSides.includes(kind))) throw new DomainError('FORBIDDEN');
    next(contractMachine, contract.status, outcomeOf[kind]);
    return contract;
  }

  private async open(tx: Tx, contract: TechnologyContract, filed: Filed, proposal?: Proposal): Promise<ContractMatter> {
    const row = await this.insert(tx, contract, filed, proposal ?? null);
    await this.goOn(tx, row);
    return tx.save(row);
  }

  /** What one side may want alone goes to the branch at once. */
  private async goOn(tx: Tx, row: ContractMatter): Promise<void> {
    if (needsBothSides.includes(row.kind)) return;
    row.status = 'FILED';
    row.dueOn = await this.deadlines.of(tx, 'FIRST_REVIEW');
  }

  private async insert(tx: Tx, contract: TechnologyContract, { kind, ground, reason, fileIds }: Filed, proposal: Proposal | null): Promise<ContractMatter> {
    const { id: contractId, branchId, sellerId, buyerId, brokerId } = contract;
    if (!branchId) throw new DomainError('NO_BRANCH');
    // Two at once: the second waits here for the first one's commit and then finds it.
    await tx.with({ actor: system }).lock(TechnologyContract, { id: contractId }, 'matter.decide');
    const isOpen = await tx.em
      .createQueryBuilder(ContractMatter, 'm')
      .where(`m.contractId = :contractId and m.status in ('PROPOSED', 'FILED', 'EXAMINED', 'RETURNED')`, { contractId })
      .getExists();
    if (isOpen) throw new DomainError('MATTER_OPEN');
    const row = await tx.insert(ContractMatter, {
      ...{ contractId, branchId, sellerId, buyerId, brokerId, kind, reason, ground: ground ?? null },
      ...{ proposal: null, before: null, after: null, ...proposal },
      filedByOrganisationId: tx.actor.organisationId ?? branchId,
      status: matterMachine.initial,
      ...{ agreedAt: null, dueOn: null, examinedBy: null, examinerName: null, decidedBy: null, deciderName: null, decidedAt: null, opinion: null },
    });
    for (const id of fileIds ?? []) await this.files.attach(tx, id, 'contractMatter', row.id);
    await tx.record('contract.matterFiled', contractId, { kind });
    return row;
  }
}
