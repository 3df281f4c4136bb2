import { Injectable } from '@nestjs/common';
import {
  addDays,
  amountLinesText,
  checkContract,
  contractFields,
  largeTechAmount,
  likeness,
  shanghaiDay,
  statusesInReview,
  workingDaysBetween,
  type ContractCheck,
  type ContractFlag,
  type Sibling,
} from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { accessOf } from '../../platform/db/access.js';
import { Db } from '../../platform/db/db.js';
import { StoredFile } from '../../platform/files/stored-file.entity.js';
import { BrokerQuestions } from '../broker-questions/broker-questions.service.js';
import { ContractText } from '../contract-texts/contract-text.entity.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { ContractReview } from './contract-review.entity.js';
import type { ContractFieldChange } from './contract-types.js';
import { TechnologyContract } from './technology-contract.entity.js';

/** Signed within so many days of each other, two contracts of the same parties may be one (same contract is not registered twice). */
const siblingDays = 30;
type SiblingRow = Omit<Sibling, 'alike'> & { subject: string; isSeen: boolean };

/** What the system can say of a contract by itself. */
@Injectable()
export class ContractChecks {
  constructor(
    private readonly db: Db,
    private readonly brokers: BrokerQuestions,
  ) {}

  /** The computed findings, with what they need from other rows. */
  async of(row: TechnologyContract, actor: Actor): Promise<ContractCheck[]> {
    const ids = [row.sellerId, row.buyerId, row.brokerId].filter((id) => id !== null);
    const parties = await this.db.em.findBy(
      Organisation,
      ids.map((id) => ({ id })),
    );
    return checkContract({
      content: row,
      clauses: Object.values((await this.db.em.findOneBy(ContractText, { contractId: row.id }))?.clauses ?? {}),
      today: shanghaiDay(new Date()),
      parties: parties.map(({ name, status }) => ({ name, verified: status === 'VERIFIED' })),
      siblings: await this.siblings(row, actor),
      introducers: (await this.brokers.of(this.db.em, row)).map(({ brokerName, isNamed, omission }) => ({ brokerName, isNamed, reason: omission?.reason ?? null })),
      files: await this.db.em.countBy(StoredFile, { subjectKind: 'contract', subjectId: row.id }),
    });
  }

  /** The fields that differ from what the branch returned last; empty for a first submission. */
  async changes(row: TechnologyContract): Promise<ContractFieldChange[]> {
    const [last] = await this.db.em.find(ContractReview, {
      where: { contractId: row.id, decision: 'RETURN' },
      order: { createdAt: 'DESC', id: 'DESC' },
      take: 1,
    });
    const before = last?.content;
    if (!before) return [];
    const fields: ContractFieldChange[] = contractFields.map((field) => ({ field, before: before[field] ?? null, after: row[field] ?? null }));
    return [...fields, { field: 'amountLines' as const, before: before['amountLines'] ?? '', after: amountLinesText(row.amountLines) }]
      .filter((c) => c.before !== c.after);
  }

  /** What an operator notices in the queue. */
  flags(row: TechnologyContract, actor: Actor, returns: number): ContractFlag[] {
    const flags: ContractFlag[] = [];
    const left = row.dueOn === null ? null : workingDaysBetween(shanghaiDay(new Date()), row.dueOn);
    if (left !== null && left < 0) flags.push('OVERDUE');
    else if (left !== null && left <= 1) flags.push('DUE_SOON');
    if (returns > 0) flags.push('RESUBMITTED');
    if (row.techAmount && BigInt(row.techAmount) >= largeTechAmount) flags.push('LARGE_AMOUNT');
    if (row.firstReviewerId && row.status === 'FIRST_REVIEW')
      flags.push(row.firstReviewerId === actor.userId ? 'TAKEN_BY_ME' : 'TAKEN_BY_OTHER');
    if (row.firstReviewerId === actor.userId && row.status === 'SECOND_REVIEW') flags.push('MY_FIRST_REVIEW');
    return flags;
  }

  /** An operator learns that another branch has one, but not its text; a party learns only of what it sees itself. */
  private async siblings(row: TechnologyContract, actor: Actor): Promise<Sibling[]> {
    if (!row.signedOn) return [];
    const scope = accessOf(TechnologyContract).visibleTo('s', actor);
    const rows = await this.db.em
      .createQueryBuilder(TechnologyContract, 's')
      .leftJoin(Organisation, 'b', 'b.id = s.branchId')
      .select([
        's.id as id',
        's."registrationNo" as number',
        's.title as title',
        's.subject as subject',
        's."totalAmount" as "totalAmount"',
        's.status as status',
        `coalesce(b.name, '') as "branchName"`,
      ])
      .addSelect(`(${scope.sql})`, 'isSeen')
      .where('s.id <> :self and s.sellerId = :sellerId and s.buyerId = :buyerId', {
        self: row.id,
        sellerId: row.sellerId,
        buyerId: row.buyerId,
      })
      .andWhere(`s.status in (:...open) and s.signedOn between :from and :to`, {
        open: [...statusesInReview, 'REGISTERED'],
        from: addDays(row.signedOn, -siblingDays),
        to: addDays(row.signedOn, siblingDays),
      })
      .setParameters(scope.params ?? {})
      .orderBy('s.signedOn', 'DESC')
      .limit(10)
      .getRawMany<SiblingRow>();
    const shown = actor.organisationKind === 'MARKET_OPERATOR' ? rows : rows.filter((s) => s.isSeen);
    return shown.map(({ isSeen, id, number, title, subject, totalAmount, status, branchName }) => ({
      id: isSeen ? id : null,
      number,
      title: isSeen ? title : null,
      status,
      branchName,
      alike: isSeen ? likeness(`${row.title}${row.subject}`, `${title ?? ''}${subject}`) : null,
      totalAmount: isSeen ? totalAmount : null,
    }));
  }
}
