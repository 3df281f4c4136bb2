import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError, platformNo, shanghaiDay } from '@jihui/domain';
import type { Ref, Tx } from '../../platform/db/tx.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { Ledger } from '../ledger/ledger.service.js';
import { enterDecision } from './contract-entries.js';
import { ContractReviewing } from './contract-reviewing.service.js';
import type { TechnologyContract } from './technology-contract.entity.js';

/** 复审 passed: the contract gets its number and becomes part of the public register. */
@Injectable()
export class ContractRegistration {
  constructor(
    private readonly reviewing: ContractReviewing,
    private readonly ledger: Ledger,
  ) {}

  /** Registers it, by somebody else than its first reviewer. */
  async register(tx: Tx, ref: Ref, opinion: string | null = null): Promise<TechnologyContract> {
    const row = await this.reviewing.begin(tx, ref, 'register');
    row.registrationNo = await nextNumber(tx, row.branchId);
    row.registeredAt = tx.now;
    row.verificationToken = randomBytes(24).toString('base64url');
    row.dueOn = null;
    await tx.save(row);
    await this.reviewing.note(tx, row, { stage: 'SECOND_REVIEW', decision: 'REGISTER', opinion });
    await tx.record('contract.registered', row.id, { number: row.registrationNo });
    enterDecision(this.ledger, tx, row, 'contract.registered');
    return row;
  }
}

/** The counter's row stays locked until this transaction ends: a rollback gives the serial back, so there is never a gap and never a double. */
async function nextNumber(tx: Tx, branchId: string | null): Promise<string> {
  const branch = branchId && (await tx.em.findOneBy(Organisation, { id: branchId }));
  if (!branch || !branch.branchCode) throw new DomainError('NO_BRANCH');
  const year = Number(shanghaiDay(tx.now).slice(0, 4));
  const [counter]: { last: number }[] = await tx.em.query(
    `insert into registration_counter as c ("branchId", year, last) values ($1, $2, 1)
     on conflict ("branchId", year) do update set last = c.last + 1 returning last`,
    [branch.id, year],
  );
  if (!counter) throw new Error('the registration counter gave no serial');
  return platformNo(branch.branchCode, year, counter.last);
}
