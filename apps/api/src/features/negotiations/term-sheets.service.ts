import { Injectable } from '@nestjs/common';
import {
  DomainError,
  hasAccepted,
  negotiationMachine,
  next,
  saysTheSame,
  termSheetOf,
  termsOfValues,
  termTree,
  termValues,
  valuesOfTerms,
  type NegotiationSide,
  type TermAcceptance,
  type TermKey,
  type TermProposal,
  type TermSheet,
  type Terms,
} from '@jihui/domain';
import type { Tx } from '../../platform/db/tx.js';
import { refuseEndedRights } from '../achievements/ended-rights.js';
import { sideOf } from './negotiation-access.js';
import { Negotiation } from './negotiation.entity.js';
import { TermWording } from './term-wording.entity.js';

type Acceptances = Pick<TermWording, 'supplierAcceptedAt' | 'supplierAcceptedByName' | 'demanderAcceptedAt' | 'demanderAcceptedByName'>;
const unaccepted: Acceptances = { supplierAcceptedAt: null, supplierAcceptedByName: null, demanderAcceptedAt: null, demanderAcceptedByName: null };

/** Clause by clause: one side proposes or counters, the other accepts or counters in turn. */
@Injectable()
export class TermSheets {
  /**
   * New words for one or several clauses, in one new version of the sheet; its own side stands behind them. They open an agreed talk again.
   * STALE when one of these clauses has got other words since the writer has read it. Words that are already there are no new wording.
   */
  async propose(tx: Tx, { negotiationId, basedOn, reason, terms }: TermProposal): Promise<Negotiation> {
    const talk = await tx.lock(Negotiation, { id: negotiationId }, 'termSheet.write');
    const status = next(negotiationMachine, talk.status, 'saveTermSheet');
    refuseInContract(talk, 'saveTermSheet');
    const side = sideFor(tx, talk);
    const sheet = await sheetOf(tx, talk.id);
    const given = [...valuesOfTerms(terms)];
    refuseForeignClauses(given.map(([key]) => key), terms.type ?? sheet.type);
    const changed = given.filter(([key, value]) => {
      const current = currentOf(sheet, key);
      if (current && saysTheSame(current, value)) return false;
      if (current && current.number > basedOn) throw new DomainError('STALE');
      return true;
    });
    if (!changed.length) return talk;
    if (!reason && changed.some(([key]) => currentOf(sheet, key))) throw missing('reason');
    await refuseEndedRights(tx, endingTerms({ ...termsOfValues(termValues(sheet)), ...terms }), talk.achievementId, 'terms.');
    const number = sheet.number + 1;
    for (const [key, value] of changed)
      await tx.insert(TermWording, {
        ...{ ...value, ...unaccepted, ...acceptanceOf(tx, side), negotiationId: talk.id, key, number, side, reason: reason || null },
        ...{ proposedBy: tx.actor.userId, proposedByName: tx.actor.name },
      });
    await tx.save(Object.assign(talk, { status, agreedNumber: null }));
    await tx.record('termSheet.saved', talk.id, { version: number, clauses: changed.map(([key]) => key).join(' ') });
    return talk;
  }

  /** One side agrees with clauses as they read; with the last open one the talk is AGREED. Words that are no longer the last are STALE. */
  async accept(tx: Tx, { negotiationId, clauses }: TermAcceptance): Promise<Negotiation> {
    const talk = await tx.lock(Negotiation, { id: negotiationId }, 'termSheet.confirm');
    const side = sideFor(tx, talk);
    const sheet = await sheetOf(tx, talk.id);
    const wordings = clauses.map(({ key, number }) => {
      const current = currentOf(sheet, key);
      if (current?.number !== number) throw new DomainError('STALE');
      return current;
    });
    const open = wordings.filter((w) => !hasAccepted(w, side));
    if (!open.length) throw new DomainError('ALREADY_CONFIRMED');
    const status = next(negotiationMachine, talk.status, 'confirmTermSheet');
    refuseInContract(talk, 'confirmTermSheet');
    // A talk may last longer than the right.
    await refuseEndedRights(tx, endingTerms(termsOfValues(termValues(sheet))), talk.achievementId);
    for (const wording of open) await tx.save(Object.assign(wording, acceptanceOf(tx, side)));
    const now = await sheetOf(tx, talk.id);
    if (now.isSettled) await tx.save(Object.assign(talk, { status, agreedNumber: now.number }));
    await tx.record('termSheet.confirmed', talk.id, { version: sheet.number, clauses: open.map((w) => w.key).join(' ') });
    return talk;
  }
}

/** The sheet as it is in this transaction. */
export async function sheetOf(tx: Tx, negotiationId: string): Promise<TermSheet<TermWording>> {
  return termSheetOf(await tx.em.findBy(TermWording, { negotiationId }));
}

function currentOf(sheet: TermSheet<TermWording>, key: TermKey): TermWording | null {
  return sheet.clauses.find((c) => c.key === key)?.current ?? null;
}

function sideFor(tx: Tx, talk: Negotiation): NegotiationSide {
  const side = sideOf(tx.actor, talk);
  if (!side) throw new DomainError('FORBIDDEN');
  return side;
}

function acceptanceOf(tx: Tx, side: NegotiationSide): Partial<Acceptances> {
  return side === 'SUPPLIER'
    ? { supplierAcceptedAt: tx.now, supplierAcceptedByName: tx.actor.name }
    : { demanderAcceptedAt: tx.now, demanderAcceptedByName: tx.actor.name };
}

/** What is agreed has become a contract: from there on its text is what counts. */
function refuseInContract(talk: Negotiation, action: string): void {
  if (talk.contractId) throw new DomainError('ILLEGAL_TRANSITION', { machine: negotiationMachine.name, state: talk.status, action });
}

/** A clause that the type does not have would be agreed and then be missing in the contract. */
function refuseForeignClauses(keys: readonly TermKey[], type: TermSheet['type']): void {
  const own = new Set(termTree(type).flatMap((branch) => branch.clauses.map((c) => c.key)));
  const issues = keys.filter((key) => !own.has(key)).map((key) => ({ path: `terms.${key}`, code: 'not_in_type' }));
  if (issues.length) throw new DomainError('INVALID_INPUT', { issues });
}

const missing = (path: string): DomainError => new DomainError('INVALID_INPUT', { issues: [{ path, code: 'required' }] });

/** What the check of ended rights reads: the number may stand in the clause about the patent too. Until a type is named there is no right that could have ended. */
function endingTerms({ type, title = '', subject = '', patent = '' }: Terms): Parameters<typeof refuseEndedRights>[1] {
  return { type: type ?? 'SERVICE', title, subject: `${subject}\n${patent}` };
}
