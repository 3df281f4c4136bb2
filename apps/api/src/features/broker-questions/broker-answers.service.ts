import { Injectable } from '@nestjs/common';
import { contractMachine, DomainError, next, type BrokerOmissionInput } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { visible } from '../../platform/db/access.js';
import { Db } from '../../platform/db/db.js';
import { recordEdit } from '../../platform/db/edits.js';
import type { Ref, Tx } from '../../platform/db/tx.js';
import { pageOf, type Page, type PageInput } from '../../platform/graphql/paged.js';
import { TechnologyContract } from '../contracts/technology-contract.entity.js';
import { Ledger } from '../ledger/ledger.service.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { BrokerOmission } from './broker-omission.entity.js';
import type { BrokerQuestion } from './broker-question.js';
import { BrokerQuestions } from './broker-questions.service.js';

/** A contract between introduced parties names the broker, or says why not. */
@Injectable()
export class BrokerAnswers {
  constructor(
    private readonly db: Db,
    private readonly questions: BrokerQuestions,
    private readonly ledger: Ledger,
  ) {}

  /** For the two sides and the branch; a broker whom the contract names learns nothing of others. */
  async of(actor: Actor, contractId: string): Promise<BrokerQuestion[]> {
    const query = this.db.em.createQueryBuilder(TechnologyContract, 'c').where('c.id = :contractId', { contractId });
    const contract = await visible(query, TechnologyContract, actor).getOne();
    if (!contract) throw new DomainError('NOT_FOUND');
    const isConcerned = [contract.sellerId, contract.buyerId, contract.branchId].includes(actor.organisationId);
    return isConcerned ? this.questions.of(this.db.em, contract) : [];
  }

  /** Puts a broker who has introduced the parties into the contract, instead of whoever stood there; both sides confirm anew. */
  async name(tx: Tx, ref: Ref, brokerId: string): Promise<TechnologyContract> {
    const row = await tx.lock(TechnologyContract, ref, 'contract.write');
    const status = next(contractMachine, row.status, 'edit');
    const questions = await this.questions.of(tx.em, row);
    if (!questions.some((q) => q.brokerId === brokerId)) throw new DomainError('NOT_FOUND');
    if (row.brokerId === brokerId) return row;
    Object.assign(row, { brokerId, status, revision: row.revision + 1, sellerConfirmedRevision: null, buyerConfirmedRevision: null });
    await tx.save(row);
    await recordEdit(tx, 'contract.edited', row.id, ['brokerId']);
    return row;
  }

  /** Why not: once per contract and broker, into the ledger of the branch, and to be read by the broker. */
  async explain(tx: Tx, { contractId, brokerId, reason }: BrokerOmissionInput): Promise<BrokerOmission> {
    const row = await tx.lock(TechnologyContract, { id: contractId }, 'contract.write');
    // As long as the contract can be written at all.
    next(contractMachine, row.status, 'edit');
    const asked = (await this.questions.of(tx.em, row)).find((q) => q.brokerId === brokerId && !q.isNamed);
    if (!asked) throw new DomainError('NOT_FOUND');
    if (asked.omission) throw new DomainError('ALREADY_EXISTS');
    const nameOf = async (id: string) => (await tx.em.findOneByOrFail(Organisation, { id })).name;
    const { sellerId, buyerId, branchId } = row;
    const omission = await tx.insert(BrokerOmission, {
      ...{ contractId, brokerId, sellerId, buyerId, branchId, reason, brokerName: asked.brokerName },
      sellerName: await nameOf(sellerId),
      buyerName: await nameOf(buyerId),
      statedBy: tx.actor.userId,
      statedByOrganisationName: tx.actor.organisationName,
    });
    await tx.record('contract.brokerOmitted', row.id, { broker: asked.brokerName });
    if (branchId) this.ledger.enter(tx, { branchId, event: 'contract.brokerOmitted', subjectId: row.id, number: null, facts: { brokerId, sellerId, buyerId, reason } });
    return omission;
  }

  /** To a broker: the contracts of parties it has brought together that leave it out, with the reasons given. */
  list(actor: Actor, page: PageInput): Promise<Page<BrokerOmission>> {
    const query = visible(this.db.em.createQueryBuilder(BrokerOmission, 'o'), BrokerOmission, actor);
    return pageOf(query.andWhere('o.brokerId = :own', { own: actor.organisationId }).orderBy('o.createdAt', 'DESC').addOrderBy('o.id'), page);
  }
}
