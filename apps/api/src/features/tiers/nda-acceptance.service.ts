import { Injectable } from '@nestjs/common';
import {
  addMonths,
  DomainError,
  isInForce,
  ndaMachine,
  ndaTemplateVersion,
  ndaText,
  next,
  parse,
  reasonGiven,
  shanghaiDay,
  tierStateOf,
  type NdaAcceptance,
  type TierRef,
} from '@jihui/domain';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../platform/auth/actor.js';
import { Db } from '../../platform/db/db.js';
import type { Ref, Tx } from '../../platform/db/tx.js';
import { sha256 } from '../../platform/sha256.js';
import { Organisation } from '../organisations/organisation.entity.js';
import type { ConfidentialPart } from './confidential-part.entity.js';
import { Nda } from './nda.entity.js';
import { NdaWishes } from './nda-wishes.service.js';
import { TierContents, type TierTerms } from './tier-contents.service.js';
import { readerOf } from './tier-reader.js';
import { ownerOf, TierSubjects, type Subject } from './tier-subjects.service.js';
import { TierWriting } from './tier-writing.service.js';

export type NdaDraft = { templateVersion: number; text: string; sha256: string; approvalRequired: boolean };

/** An agreement from the reader's acceptance to its end. */
@Injectable()
export class NdaAcceptances {
  constructor(
    private readonly db: Db,
    private readonly subjects: TierSubjects,
    private readonly content: TierContents,
    private readonly parts: TierWriting,
    private readonly wishes: NdaWishes,
  ) {}

  /** The text that the actor's organisation would accept now, with its fingerprint. */
  async draft(actor: Actor, ref: TierRef): Promise<NdaDraft> {
    const { em } = this.db;
    const subject = await this.subjects.find(em, actor, ref.subjectKind, ref.subjectId);
    return this.textOf(em, actor, subject, await this.content.terms(em, subject, ownerOf(subject, ref.ownerId)));
  }

  /** An authorised person accepts the text that he has read; a text that has changed meanwhile is STALE. */
  async accept(tx: Tx, input: NdaAcceptance): Promise<Nda> {
    tx.demand('nda.accept');
    const subject = await this.subjects.find(tx.em, tx.actor, input.subjectKind, input.subjectId);
    const part = await this.parts.ensure(tx, subject, ownerOf(subject, input.ownerId));
    await this.requireFree(tx, subject, part);
    if (!(await this.content.of(tx.em, subject, part)).isThere) throw new DomainError('NOT_FOUND');
    const { text, sha256, templateVersion, approvalRequired } = await this.textOf(tx.em, tx.actor, subject, part);
    if (sha256 !== input.sha256) throw new DomainError('STALE');
    const { userId, organisationId, name } = tx.actor;
    if (!userId || !organisationId) throw new DomainError('NOT_SIGNED_IN');
    const nda = await tx.insert(Nda, {
      partId: part.id,
      subjectKind: subject.kind,
      subjectId: subject.id,
      ownerId: part.organisationId,
      isOwnerHidden: subject.isOwnerHidden,
      readerId: organisationId,
      status: ndaMachine.initial,
      title: subject.title,
      purpose: input.purpose,
      ...{ text, sha256, templateVersion },
      ...{ accessMonths: part.accessMonths, termYears: part.termYears },
      ...{ acceptedBy: userId, acceptedByName: name, acceptedAt: tx.now },
      ...{ answeredByName: null, answeredAt: null, openUntil: null, bindsUntil: null, reason: null },
    });
    await tx.record('nda.accepted', nda.id, { sha256, templateVersion });
    await this.wishes.fulfil(tx, nda);
    // Its owner has approved every reader beforehand.
    if (!approvalRequired) await this.bringIntoForce(tx, nda);
    return nda;
  }

  async approve(tx: Tx, ref: Ref): Promise<Nda> {
    const nda = await this.lockOwned(tx, ref);
    const subject = await this.subjects.find(tx.em, tx.actor, nda.subjectKind, nda.subjectId);
    if (!subject.isOpen) throw new DomainError('ILLEGAL_TRANSITION', { machine: ndaMachine.name, state: nda.status });
    await this.bringIntoForce(tx, this.answered(tx, nda));
    await tx.record('nda.approved', nda.id, {});
    return nda;
  }

  async decline(tx: Tx, ref: Ref, given: string): Promise<Nda> {
    const nda = await this.lockOwned(tx, ref);
    nda.status = next(ndaMachine, nda.status, 'decline');
    nda.reason = parse(reasonGiven, { reason: given }).reason;
    await tx.save(this.answered(tx, nda));
    await tx.record('nda.declined', nda.id, { reason: nda.reason });
    return nda;
  }

  /** The owner closes what was open; the duty of secrecy stays (Art 6 of the text). */
  async end(tx: Tx, ref: Ref, given: string): Promise<Nda> {
    const nda = await this.lockOwned(tx, ref);
    nda.status = next(ndaMachine, nda.status, 'end');
    nda.reason = parse(reasonGiven, { reason: given }).reason;
    await tx.save(nda);
    await tx.record('nda.ended', nda.id, { reason: nda.reason });
    return nda;
  }

  async cancel(tx: Tx, ref: Ref): Promise<Nda> {
    const nda = await tx.lock(Nda, ref, 'nda.accept');
    nda.status = next(ndaMachine, nda.status, 'cancel');
    await tx.save(nda);
    await tx.record('nda.cancelled', nda.id, {});
    return nda;
  }

  private lockOwned(tx: Tx, ref: Ref): Promise<Nda> {
    return tx.lock(Nda, ref, 'nda.answer');
  }

  private answered(tx: Tx, nda: Nda): Nda {
    return Object.assign(nda, { answeredByName: tx.actor.name, answeredAt: tx.now });
  }

  private async bringIntoForce(tx: Tx, nda: Nda): Promise<void> {
    nda.status = next(ndaMachine, nda.status, 'approve');
    const today = shanghaiDay(tx.now);
    nda.openUntil = addMonths(today, nda.accessMonths);
    nda.bindsUntil = addMonths(today, nda.termYears * 12);
    await tx.save(nda);
  }

  /** Refuses whom the tier would not let in even with an agreement, and a second agreement beside a live one. */
  private async requireFree(tx: Tx, subject: Subject, part: ConfidentialPart): Promise<void> {
    const today = shanghaiDay(tx.now);
    const [live] = await tx.em.find(Nda, {
      where: { partId: part.id, readerId: tx.actor.organisationId ?? '', status: 'ACTIVE' },
      order: { acceptedAt: 'DESC' },
      take: 1,
    });
    const state = tierStateOf(readerOf(tx.actor, subject, part.organisationId), null, subject.isOpen, today);
    if (state === 'UNVERIFIED') throw new DomainError('ORGANISATION_NOT_VERIFIED');
    if (state === 'OWNER' || state === 'OWN_UNIT') throw new DomainError('OWN_ORGANISATION');
    if (state !== 'MAY_ACCEPT') throw new DomainError('FORBIDDEN');
    if (!live) return;
    if (isInForce(live, today)) throw new DomainError('ALREADY_EXISTS');
    // It ran out: its place is free for the next one.
    live.status = 'ENDED';
    await tx.save(live);
    await tx.record('nda.ended', live.id, { reason: '查阅期已过' });
  }

  private async textOf(em: EntityManager, actor: Actor, subject: Subject, part: TierTerms): Promise<NdaDraft> {
    const owner = await em.findOneByOrFail(Organisation, { id: part.organisationId });
    const reader = await em.findOneByOrFail(Organisation, { id: actor.organisationId ?? '' });
    const text = ndaText({
      ownerName: subject.isOwnerHidden ? null : owner.name,
      readerName: reader.name,
      readerUscc: reader.uscc,
      title: subject.title,
      accessMonths: part.accessMonths,
      termYears: part.termYears,
    });
    return { templateVersion: ndaTemplateVersion, text, sha256: sha256(text), approvalRequired: part.approvalRequired || subject.isOwnerHidden };
  }
}
