import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { DomainError, shanghaiDay, tierStateOf, type NdaWishInput } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { visible } from '../../platform/db/access.js';
import { Db } from '../../platform/db/db.js';
import type { Ref, Tx } from '../../platform/db/tx.js';
import { Nda } from './nda.entity.js';
import { NdaWish } from './nda-wish.entity.js';
import { TierContents } from './tier-contents.service.js';
import { readerOf } from './tier-reader.js';
import { ownerOf, TierSubjects } from './tier-subjects.service.js';

/** Members ask those of their organisation who may bind it to accept an agreement. */
@Injectable()
export class NdaWishes {
  constructor(
    private readonly db: Db,
    private readonly subjects: TierSubjects,
    private readonly contents: TierContents,
  ) {}

  /** Asks once per part: a second wish beside an open one is ALREADY_EXISTS. */
  async ask(tx: Tx, input: NdaWishInput): Promise<NdaWish> {
    tx.demand('tier.open');
    const subject = await this.subjects.find(tx.em, tx.actor, input.subjectKind, input.subjectId);
    const ownerId = ownerOf(subject, input.ownerId);
    const part = await this.contents.part(tx.em, subject, ownerId);
    if (!(await this.contents.of(tx.em, subject, part)).isThere) throw new DomainError('NOT_FOUND');
    const { userId, organisationId, name } = tx.actor;
    if (!userId || !organisationId) throw new DomainError('NOT_SIGNED_IN');
    await tx.em.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`ndaWish ${subject.id} ${ownerId} ${organisationId}`]);
    const nda = part ? await tx.em.findOne(Nda, { where: { partId: part.id, readerId: organisationId }, order: { acceptedAt: 'DESC' } }) : null;
    const state = tierStateOf(readerOf(tx.actor, subject, ownerId), nda, subject.isOpen, shanghaiDay(tx.now));
    if (state === 'UNVERIFIED') throw new DomainError('ORGANISATION_NOT_VERIFIED');
    if (state !== 'ASK_COLLEAGUE') throw new DomainError('FORBIDDEN');
    if (await this.open(tx.em, subject.id, ownerId, organisationId)) throw new DomainError('ALREADY_EXISTS');
    const wish = await tx.insert(NdaWish, {
      subjectKind: subject.kind,
      subjectId: subject.id,
      ownerId,
      organisationId,
      title: subject.title,
      purpose: input.purpose,
      askedBy: userId,
      askedByName: name,
      closedAt: null,
    });
    await tx.record('ndaWish.asked', wish.id, {});
    return wish;
  }

  /** One who may accept says no. */
  async dismiss(tx: Tx, ref: Ref): Promise<NdaWish> {
    const wish = await tx.lock(NdaWish, ref, 'nda.accept');
    if (wish.closedAt) throw new DomainError('STALE');
    await tx.save(Object.assign(wish, { closedAt: tx.now }));
    await tx.record('ndaWish.dismissed', wish.id, {});
    return wish;
  }

  /** The agreement that was asked for has been accepted. */
  async fulfil(tx: Tx, nda: Pick<Nda, 'subjectId' | 'ownerId' | 'readerId'>): Promise<void> {
    const wish = await this.open(tx.em, nda.subjectId, nda.ownerId, nda.readerId);
    if (wish) await tx.save(Object.assign(wish, { closedAt: tx.now }));
  }

  /** The open wish of an organisation for a part. */
  open(em: EntityManager, subjectId: string, ownerId: string, organisationId: string): Promise<NdaWish | null> {
    return em.findOneBy(NdaWish, { subjectId, ownerId, organisationId, closedAt: IsNull() });
  }

  /** What colleagues wait for, the oldest first. */
  list(actor: Actor): Promise<NdaWish[]> {
    return visible(this.db.em.createQueryBuilder(NdaWish, 'w'), NdaWish, actor).andWhere('w.closedAt is null').orderBy('w.createdAt').addOrderBy('w.id').take(50).getMany();
  }
}
