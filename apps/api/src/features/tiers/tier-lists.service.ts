import { Injectable } from '@nestjs/common';
import { NdaBox, NdaStatus, shanghaiDay, tierStateOf, type TierSubject } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { visible } from '../../platform/db/access.js';
import { Db } from '../../platform/db/db.js';
import { pageOf, type Page, type PageInput } from '../../platform/graphql/paged.js';
import { Parties } from '../negotiations/parties.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { Nda } from './nda.entity.js';
import { NdaWishes } from './nda-wishes.service.js';
import { TierContents } from './tier-contents.service.js';
import { TierOpening } from './tier-opening.entity.js';
import { readerOf } from './tier-reader.js';
import { TierSubjects, type Subject } from './tier-subjects.service.js';
import type { ConfidentialPartView } from './tier-types.js';

/** What is seen of second tiers from outside, of agreements, and of the log. */
@Injectable()
export class TierLists {
  constructor(
    private readonly db: Db,
    private readonly subjects: TierSubjects,
    private readonly contents: TierContents,
    private readonly parties: Parties,
    private readonly wishes: NdaWishes,
  ) {}

  /** The parts of an item (at most one) or of a room (one per side). An empty one is shown to its owner alone. */
  async parts(actor: Actor, kind: TierSubject, id: string): Promise<ConfidentialPartView[]> {
    const subject = await this.subjects.find(this.db.em, actor, kind, id);
    const views: ConfidentialPartView[] = [];
    for (const ownerId of subject.ownerIds) {
      const view = await this.view(actor, subject, ownerId);
      if (view) views.push(view);
    }
    return views;
  }

  /** Agreements with us, or ours; those that wait for an answer first. */
  ndas(actor: Actor, box: NdaBox, status: NdaStatus | null, page: PageInput): Promise<Page<Nda>> {
    const query = visible(this.db.em.createQueryBuilder(Nda, 'n'), Nda, actor);
    query.andWhere(box === 'OWN' ? 'n.readerId = :boxOrg' : 'n.ownerId = :boxOrg', { boxOrg: actor.organisationId });
    if (status) query.andWhere('n.status = :status', { status });
    return pageOf(query.orderBy(`n.status = 'REQUESTED'`, 'DESC').addOrderBy('n.acceptedAt', 'DESC').addOrderBy('n.id'), page);
  }

  /** Who opened our parts (or what we opened), the last opening first; of one item, if named. */
  openings(actor: Actor, box: NdaBox, subjectId: string | null, page: PageInput): Promise<Page<TierOpening>> {
    const query = visible(this.db.em.createQueryBuilder(TierOpening, 'o'), TierOpening, actor);
    query.andWhere(box === 'OWN' ? 'o.readerId = :boxOrg' : 'o.ownerId = :boxOrg', { boxOrg: actor.organisationId });
    if (subjectId) query.andWhere('o.subjectId = :subjectId', { subjectId });
    return pageOf(query.orderBy('o.createdAt', 'DESC').addOrderBy('o.id', 'DESC'), page);
  }

  private async view(actor: Actor, subject: Subject, ownerId: string): Promise<ConfidentialPartView | null> {
    const { em } = this.db;
    const part = await this.contents.part(em, subject, ownerId);
    const terms = await this.contents.terms(em, subject, ownerId);
    const content = await this.contents.of(em, subject, part);
    const reader = readerOf(actor, subject, ownerId);
    if (!content.isThere && !reader.isInsider) return null;
    const nda = part && reader.isSignedIn && !reader.isOwnOrganisation ? await this.lastNda(part.id, actor) : null;
    const state = tierStateOf(reader, nda, subject.isOpen, shanghaiDay(new Date()));
    const isNamed = !subject.isOwnerHidden || reader.isOwnOrganisation || state === 'OPEN';
    const owner = isNamed ? await em.findOneBy(Organisation, { id: ownerId }) : null;
    const mayList = state === 'OWNER' || state === 'OPEN';
    return {
      subjectKind: subject.kind,
      subjectId: subject.id,
      version: part?.version ?? 0,
      ownerId: subject.kind === 'NEGOTIATION' ? ownerId : null,
      ownerName: owner?.name ?? null,
      state,
      approvalRequired: terms.approvalRequired || subject.isOwnerHidden,
      accessMonths: terms.accessMonths,
      termYears: terms.termYears,
      hasText: content.text !== null,
      fileCount: content.files.length,
      text: state === 'OWNER' ? content.text : null,
      files: mayList ? content.files.map((f) => ({ id: f.id, name: f.name, size: f.size, addedAt: f.updatedAt })) : null,
      nda,
      authorised: state === 'ASK_COLLEAGUE' ? await this.authorised(actor) : [],
      wish: state === 'ASK_COLLEAGUE' || state === 'MAY_ACCEPT' ? await this.wishes.open(em, subject.id, ownerId, actor.organisationId ?? '') : null,
    };
  }

  private lastNda(partId: string, actor: Actor): Promise<Nda | null> {
    return this.db.em.findOne(Nda, { where: { partId, readerId: actor.organisationId ?? '' }, order: { acceptedAt: 'DESC' } });
  }

  private async authorised(actor: Actor): Promise<string[]> {
    return (await this.parties.peopleWho('nda.accept', actor.organisationId ?? '')).map((p) => p.name);
  }
}
