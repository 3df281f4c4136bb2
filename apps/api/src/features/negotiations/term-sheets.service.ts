import { Injectable } from '@nestjs/common';
import { changedTerms, DomainError, negotiationMachine, next, termSheetFields, type TermSheet as Terms } from '@jihui/domain';
import type { Tx } from '../../platform/db/tx.js';
import { Achievement } from '../achievements/achievement.entity.js';
import { refuseEndedRights } from '../achievements/ended-rights.js';
import { ContractDrafting } from '../contracts/contract-drafting.service.js';
import { Demand } from '../demands/demand.entity.js';
import { sideOf } from './negotiation-access.js';
import { Negotiation } from './negotiation.entity.js';
import { TermSheet } from './term-sheet.entity.js';

const unconfirmed = { supplierConfirmedAt: null, supplierConfirmedByName: null, demanderConfirmedAt: null, demanderConfirmedByName: null };

/** From the first version of the terms to the contract that follows from the agreed one. */
@Injectable()
export class TermSheets {
  constructor(private readonly contracts: ContractDrafting) {}

  /**
   * A new version, to be confirmed by both sides; it opens an agreed talk again. `basedOn` is the version that the writer has read (0: none):
   * STALE when the other side has saved one meanwhile. Nothing changed is no new version.
   */
  async save(tx: Tx, negotiationId: string, basedOn: number, terms: Terms): Promise<TermSheet> {
    const talk = await tx.lock(Negotiation, { id: negotiationId }, 'termSheet.write');
    const status = next(negotiationMachine, talk.status, 'saveTermSheet');
    if (talk.contractId)
      throw new DomainError('ILLEGAL_TRANSITION', { machine: negotiationMachine.name, state: talk.status, action: 'saveTermSheet' });
    const last = await lastOf(tx, talk.id);
    if ((last?.number ?? 0) !== basedOn) throw new DomainError('STALE');
    if (last && !changedTerms(last, terms).length) return last;
    await refuseEndedRights(tx, terms, talk.achievementId);
    const { userId, name, organisationId } = tx.actor;
    const sheet = await tx.insert(TermSheet, {
      ...terms,
      ...unconfirmed,
      negotiationId: talk.id,
      number: basedOn + 1,
      savedBy: userId,
      savedByName: name,
      savedByOrganisationId: organisationId,
    });
    await tx.save(Object.assign(talk, { status, agreedNumber: null }));
    await tx.record('termSheet.saved', talk.id, { version: sheet.number });
    return sheet;
  }

  /** One side agrees with that version; the second one makes the talk AGREED. A version that is not the last one is STALE. */
  async confirm(tx: Tx, negotiationId: string, number: number): Promise<TermSheet> {
    const talk = await tx.lock(Negotiation, { id: negotiationId }, 'termSheet.confirm');
    const sheet = await lastOf(tx, talk.id);
    if (sheet?.number !== number) throw new DomainError('STALE');
    const side = sideOf(tx.actor, talk);
    if (side === 'SUPPLIER' ? sheet.supplierConfirmedAt : sheet.demanderConfirmedAt) throw new DomainError('ALREADY_CONFIRMED');
    const status = next(negotiationMachine, talk.status, 'confirmTermSheet');
    // A talk may last longer than the right.
    await refuseEndedRights(tx, sheet, talk.achievementId);
    Object.assign(
      sheet,
      side === 'SUPPLIER'
        ? { supplierConfirmedAt: tx.now, supplierConfirmedByName: tx.actor.name }
        : { demanderConfirmedAt: tx.now, demanderConfirmedByName: tx.actor.name },
    );
    await tx.save(sheet);
    if (sheet.supplierConfirmedAt && sheet.demanderConfirmedAt) await tx.save(Object.assign(talk, { status, agreedNumber: number }));
    await tx.record('termSheet.confirmed', talk.id, { version: number });
    return sheet;
  }

  /** The contract's draft, filled from the version that both sides have confirmed. */
  async draftContract(tx: Tx, negotiationId: string): Promise<Negotiation> {
    const talk = await tx.lock(Negotiation, { id: negotiationId }, 'contract.write');
    if (talk.contractId) throw new DomainError('ALREADY_EXISTS', { contractId: talk.contractId });
    const sheet = await lastOf(tx, talk.id);
    if (!sheet || sheet.number !== talk.agreedNumber) throw new DomainError('NOT_CONFIRMED');
    talk.status = next(negotiationMachine, talk.status, 'draftContract');
    const { supplierId: sellerId, demanderId: buyerId, brokerId, achievementId, demandId } = talk;
    const contract = await this.contracts.draftFrom(tx, {
      ...termsOf(sheet),
      sellerId,
      buyerId,
      brokerId,
      achievementId,
      demandId,
      negotiationId: talk.id,
      techField: await fieldOf(tx, talk),
    });
    talk.contractId = contract.id;
    return tx.save(talk);
  }
}

function lastOf(tx: Tx, negotiationId: string): Promise<TermSheet | null> {
  return tx.em.findOne(TermSheet, { where: { negotiationId }, order: { number: 'DESC' } });
}

function termsOf(sheet: TermSheet): Terms {
  const { type, title, subject, totalAmount, paymentMode, paymentTerms, ipOwnership, termMonths } = sheet;
  return { type, title, subject, totalAmount, paymentMode, paymentTerms, ipOwnership, termMonths } satisfies Record<
    (typeof termSheetFields)[number],
    unknown
  >;
}

/** The field under which the statistics count it: that of the technology, else that of the need. */
async function fieldOf(tx: Tx, talk: Negotiation): Promise<Achievement['techField']> {
  const achievement = talk.achievementId ? await tx.em.findOneBy(Achievement, { id: talk.achievementId }) : null;
  const demand = talk.demandId ? await tx.em.findOneBy(Demand, { id: talk.demandId }) : null;
  return achievement?.techField ?? demand?.techField ?? null;
}
