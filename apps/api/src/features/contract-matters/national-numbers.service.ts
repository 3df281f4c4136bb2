import { Injectable } from '@nestjs/common';
import { DomainError, numberedStatuses } from '@jihui/domain';
import type { Ref, Tx } from '../../platform/db/tx.js';
import { enterDecision } from '../contracts/contract-entries.js';
import { TechnologyContract } from '../contracts/technology-contract.entity.js';
import { Ledger } from '../ledger/ledger.service.js';

/** 全国登记编号: the national system gives it, an operator types it in. It never replaces the platform's own number. */
@Injectable()
export class NationalNumbers {
  constructor(private readonly ledger: Ledger) {}

  /** Once; a slip of the pen is corrected by the same way, and both stand in the trail. A number of another contract is refused by the index. */
  async enter(tx: Tx, ref: Ref, nationalNo: string): Promise<TechnologyContract> {
    const row = await tx.lock(TechnologyContract, ref, 'contract.nationalNo');
    if (!numberedStatuses.includes(row.status)) throw new DomainError('ILLEGAL_TRANSITION', { machine: 'contract', state: row.status, action: 'enterNationalNo' });
    if (row.nationalNo === nationalNo) return row;
    row.nationalNo = nationalNo;
    await tx.save(row);
    await tx.record('contract.nationalNoEntered', row.id, { nationalNo });
    enterDecision(this.ledger, tx, row, 'contract.nationalNoEntered');
    return row;
  }
}
