import { Injectable } from '@nestjs/common';
import { DomainError, followUpsOf, shanghaiDay, type FollowUp, type FollowUpDone } from '@jihui/domain';
import { system } from '../../platform/auth/actor.js';
import { Db } from '../../platform/db/db.js';
import type { Tx } from '../../platform/db/tx.js';
import { FilesService } from '../../platform/files/files.service.js';
import { OnEvent, type JobPayload } from '../../platform/jobs/job-registry.js';
import { TechnologyContract } from '../contracts/technology-contract.entity.js';
import { RuleBooks } from '../rules/rule-books.service.js';
import { FollowUpTask } from './follow-up-task.entity.js';

/** Tasks that follow from decisions, made in the worker and done by whom they concern. */
@Injectable()
export class FollowUps {
  constructor(
    private readonly db: Db,
    private readonly books: RuleBooks,
    private readonly files: FilesService,
  ) {}

  /** Patent transfers and licences have their registrations and filings (专利法 Art 10; 实施细则 Art 15). */
  @OnEvent('contract.registered')
  async afterRegistration({ id }: JobPayload): Promise<void> {
    await this.db.run(system, (tx) => this.ofRegistration(tx, id));
  }

  /** A revocation is told to the tax office by the branch (2.1.9). */
  @OnEvent('contract.revoked')
  async afterRevocation({ id }: JobPayload): Promise<void> {
    await this.db.run(system, (tx) => this.ofRevocation(tx, id));
  }

  /** The tasks of a registration, where they are not there yet. */
  async ofRegistration(tx: Tx, id: string): Promise<void> {
    const contract = await tx.lock(TechnologyContract, { id }, 'followUp.write');
    if (!contract.signedOn || !contract.registrationNo) return;
    const { type, signedOn, startsOn } = contract;
    await this.add(tx, contract, followUpsOf({ type, signedOn, startsOn }, await this.books.current(tx.em)));
  }

  /** The task of a revocation. */
  async ofRevocation(tx: Tx, id: string): Promise<void> {
    const contract = await tx.lock(TechnologyContract, { id }, 'followUp.write');
    if (contract.status === 'REVOKED') await this.add(tx, contract, [{ kind: 'TAX_NOTICE', dueOn: null, rule: null }]);
  }

  /** Done, on a day and with its proof. */
  async done(tx: Tx, { id, version, doneOn, note, fileId }: FollowUpDone): Promise<FollowUpTask> {
    const row = await tx.lock(FollowUpTask, { id, version }, 'followUp.write');
    if (row.doneOn) throw new DomainError('ILLEGAL_TRANSITION', { machine: 'followUp', state: 'DONE', action: 'done' });
    if (doneOn > shanghaiDay(tx.now)) throw new DomainError('INVALID_INPUT', { issues: [{ path: 'doneOn', code: 'in_future' }] });
    if (fileId) await this.files.attach(tx, fileId, 'followUp', row.id);
    Object.assign(row, { doneOn, note, fileId: fileId ?? null });
    await tx.save(row);
    await tx.record('contract.followUpDone', row.contractId, { kind: row.kind });
    return row;
  }

  /** The contract is locked, so a second run finds what the first one made. */
  private async add(tx: Tx, { id: contractId, sellerId, buyerId, branchId }: TechnologyContract, tasks: readonly FollowUp[]): Promise<void> {
    for (const { kind, dueOn, rule } of tasks) {
      if (await tx.em.countBy(FollowUpTask, { contractId, kind })) continue;
      await tx.insert(FollowUpTask, { contractId, sellerId, buyerId, branchId, kind, dueOn, rule, doneOn: null, note: null, fileId: null });
    }
  }
}
