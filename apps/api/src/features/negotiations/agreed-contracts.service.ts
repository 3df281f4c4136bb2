import { Injectable } from '@nestjs/common';
import { ClauseKey, DomainError, negotiationMachine, next, termsOfValues, termValues, type ContractClauses } from '@jihui/domain';
import type { Tx } from '../../platform/db/tx.js';
import { Achievement } from '../achievements/achievement.entity.js';
import { ContractText } from '../contract-texts/contract-text.entity.js';
import { ContractDrafting } from '../contracts/contract-drafting.service.js';
import { Demand } from '../demands/demand.entity.js';
import { Negotiation } from './negotiation.entity.js';
import { sheetOf } from './term-sheets.service.js';

/** The contract that follows from agreed terms: nothing in it is typed a second time. */
@Injectable()
export class AgreedContracts {
  constructor(private readonly contracts: ContractDrafting) {}

  /** The contract's draft, its fields and the clauses of its text filled from what both sides have settled; once per talk. */
  async draft(tx: Tx, negotiationId: string): Promise<Negotiation> {
    const talk = await tx.lock(Negotiation, { id: negotiationId }, 'contract.write');
    if (talk.contractId) throw new DomainError('ALREADY_EXISTS', { contractId: talk.contractId });
    const sheet = await sheetOf(tx, talk.id);
    if (sheet.number === 0 || sheet.number !== talk.agreedNumber) throw new DomainError('NOT_CONFIRMED');
    talk.status = next(negotiationMachine, talk.status, 'draftContract');
    const { type, title, totalAmount, paymentMode, termMonths, ...words } = termsOfValues(termValues(sheet));
    if (!type || !title || !totalAmount || !paymentMode || !termMonths) throw new DomainError('NOT_CONFIRMED');
    const { supplierId: sellerId, demanderId: buyerId, brokerId, achievementId, demandId } = talk;
    const contract = await this.contracts.draftFrom(tx, {
      ...{ type, title, totalAmount, paymentMode, termMonths, sellerId, buyerId, brokerId, achievementId, demandId },
      subject: words.subject ?? '',
      paymentTerms: words.paymentTerms ?? '',
      ipOwnership: words.ipOwnership ?? '',
      // Sheets that were agreed on as a whole, before there were clauses, have neither of these two.
      acceptance: words.acceptance ?? '',
      confidentiality: words.confidentiality ?? '',
      negotiationId: talk.id,
      techField: await fieldOf(tx, talk),
    });
    const clauses = Object.fromEntries(ClauseKey.options.flatMap((key) => (words[key] ? [[key, words[key]]] : []))) as ContractClauses;
    if (Object.keys(clauses).length) await tx.insert(ContractText, { contractId: contract.id, clauses });
    talk.contractId = contract.id;
    return tx.save(talk);
  }
}

/** The field under which the statistics count it: that of the technology, else that of the need. */
async function fieldOf(tx: Tx, talk: Negotiation): Promise<Achievement['techField']> {
  const achievement = talk.achievementId ? await tx.em.findOneBy(Achievement, { id: talk.achievementId }) : null;
  const demand = talk.demandId ? await tx.em.findOneBy(Demand, { id: talk.demandId }) : null;
  return achievement?.techField ?? demand?.techField ?? null;
}
