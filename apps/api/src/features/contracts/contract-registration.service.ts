import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError, platformNo, registrationYear } from '@jihui/domain';
import type { Ref, Tx } from '../../platform/db/tx.js';
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
    await this.reviewing.note(tx, row, { stage: 'SECOND_REVIEW', decision: 'REGISTER', opinion });
    Object.assign(row, await partiesNow(tx, row));
    // From here on the branch's next registration waits: as little as possible follows.
    row.registrationNo = await nextNumber(tx, row.branchId);
    row.registeredAt = tx.now;
    row.verificationToken = randomBytes(24).toString('base64url');
    row.dueOn = null;
    await tx.save(row);
    await tx.record('contract.registered', row.id, { number: row.registrationNo });
    enterDecision(this.ledger, tx, row, 'contract.registered');
    return row;
  }
}

type PartiesAsRegistered = Pick<TechnologyContract, 'sellerKind' | 'sellerRegion' | 'buyerKind' | 'buyerRegion'>;
/** What the statistics count the parties as from now on. */
async function partiesNow(tx: Tx, { sellerId, buyerId }: TechnologyContract): Promise<PartiesAsRegistered> {
  const [parties]: PartiesAsRegistered[] = await tx.em.query(
    `select s.kind as "sellerKind", s."regionCode" as "sellerRegion", b.kind as "buyerKind", b."regionCode" as "buyerRegion"
       from organisation s, organisation b where s.id = $1 and b.id = $2`,
    [sellerId, buyerId],
  );
  if (!parties) throw new Error('a contract without one of its parties');
  return parties;
}

/** The counter's row stays locked until this transaction ends: a rollback gives the serial back, so there is never a gap and never a double. */
async function nextNumber(tx: Tx, branchId: string | null): Promise<string> {
  const year = registrationYear(tx.now);
  const [counter]: { branchCode: string; last: number }[] = await tx.em.query(
    `with branch as (select id, "branchCode" from organisation where id = $1 and "branchCode" is not null),
          counted as (insert into registration_counter as c ("branchId", year, last) select id, $2, 1 from branch
                      on conflict ("branchId", year) do update set last = c.last + 1 returning last)
     select "branchCode", last from branch, counted`,
    [branchId, year],
  );
  if (!counter) throw new DomainError('NO_BRANCH');
  return platformNo(counter.branchCode, year, counter.last);
}
