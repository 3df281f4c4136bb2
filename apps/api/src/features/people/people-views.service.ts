import { Injectable } from '@nestjs/common';
import { In, type SelectQueryBuilder } from 'typeorm';
import { audienceOf, DomainError, maskNumber, mayRead, type PeopleFilter, type ProfileField } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { visible } from '../../platform/db/access.js';
import { Db } from '../../platform/db/db.js';
import type { Page, PageInput } from '../../platform/graphql/paged.js';
import { User } from '../accounts/user.entity.js';
import { Organisation } from '../organisations/organisation.entity.js';
import type { PersonView } from './people-types.js';
import { contractCount, introductionCount } from './person-cases.js';
import { PersonProfile } from './person-profile.entity.js';

export type Reader = 'SELF' | 'MEMBER' | 'VISITOR';
type Counts = { contracts: number; introductions: number };
const regionAndBelow = `p.regionCode in (with recursive below as (
  select code from region where code = :region union all select r.code from region r join below b on r."parentCode" = b.code) select code from below)`;

/** A member is somebody of a verified organisation: a session alone is had by signing up. */
export const readerOf = (actor: Actor, userId: string): Reader =>
  actor.userId === userId ? 'SELF' : actor.userId && actor.organisationVerified ? 'MEMBER' : 'VISITOR';

/** Published profiles as others may read them. A field that is hidden from a reader neither shows nor filters nor finds. */
@Injectable()
export class PeopleViews {
  constructor(private readonly db: Db) {}

  async list(actor: Actor, filter: PeopleFilter, { page, size }: PageInput): Promise<Page<PersonView>> {
    const query = this.narrowed(actor, filter);
    const total = await query.getCount();
    // Those with cases that may be seen come first; what is hidden must not show in the order either.
    const cases = `case when ${shown('cases')} then ${contractCount('p."userId"')} else 0 end`;
    const rows = await query
      .clone()
      .select('p.id', 'id')
      .orderBy(cases, 'DESC')
      .addOrderBy('p.consentedAt', 'DESC')
      .addOrderBy('p.id')
      .offset((page - 1) * size)
      .limit(size)
      .getRawMany<{ id: string }>();
    const profiles = rows.length ? await this.db.em.findBy(PersonProfile, { id: In(rows.map((r) => r.id)) }) : [];
    const inOrder = rows.flatMap(({ id }) => profiles.find((p) => p.id === id) ?? []);
    return { items: await Promise.all(inOrder.map((p) => this.view(actor, p))), total };
  }

  /** Everybody whom the filter finds for this reader. */
  async idsOf(actor: Actor, filter: PeopleFilter): Promise<Set<string>> {
    const rows = await this.narrowed(actor, filter).select('p.id', 'id').getRawMany<{ id: string }>();
    return new Set(rows.map((r) => r.id));
  }

  async one(actor: Actor, id: string): Promise<PersonView> {
    return this.view(actor, await this.row(actor, id));
  }

  /** The profile behind a view; the reader sees of it what `view` leaves. */
  async row(actor: Actor, id: string): Promise<PersonProfile> {
    const row = await visible(this.db.em.createQueryBuilder(PersonProfile, 'p').where('p.id = :id', { id }), PersonProfile, actor).getOne();
    if (!row) throw new DomainError('NOT_FOUND');
    return row;
  }

  /** Whether that field of the profile is for this reader. */
  isShown(actor: Actor, profile: PersonProfile, field: ProfileField): boolean {
    return mayRead(audienceOf(profile.audiences, field), readerOf(actor, profile.userId));
  }

  private narrowed(actor: Actor, filter: PeopleFilter): SelectQueryBuilder<PersonProfile> {
    const query = this.published(actor);
    if (filter.role) query.andWhere('p.role = :role', { role: filter.role });
    if (filter.techField) query.andWhere(`:techField = any(p.techFields) and ${shown('fields')}`, { techField: filter.techField });
    if (filter.regionCode) query.andWhere(`${regionAndBelow} and ${shown('region')}`, { region: filter.regionCode });
    if (filter.minCases) query.andWhere(`${contractCount('p."userId"')} >= :minCases and ${shown('cases')}`, { minCases: filter.minCases });
    const words = filter.text?.normalize('NFKC').trim();
    if (words)
      query.andWhere(
        `((${shown('name')} and u.name ilike :like) or (${shown('organisation')} and o.name ilike :like) or (${shown('title')} and p.title ilike :like)
          or (${shown('fields')} and array_to_string(p.keywords, ' ') ilike :like) or (${shown('intro')} and p.intro ilike :like))`,
        { like: `%${words.replace(/[\\%_]/g, '\\$&')}%` },
      );
    return query;
  }

  private async view(actor: Actor, p: PersonProfile): Promise<PersonView> {
    const reader = readerOf(actor, p.userId);
    const is = (field: ProfileField): boolean => this.isShown(actor, p, field);
    const user = is('name') ? await this.db.em.findOneBy(User, { id: p.userId }) : null;
    const organisation = is('organisation') ? await this.db.em.findOneBy(Organisation, { id: p.organisationId }) : null;
    const counts = is('cases') ? await this.counts(p.userId) : null;
    const isOwn = reader === 'SELF';
    return {
      id: p.id,
      isOwn,
      role: p.role,
      name: user?.name ?? null,
      organisationId: organisation?.id ?? null,
      organisationName: organisation?.name ?? null,
      title: is('title') ? p.title : null,
      regionCode: is('region') ? p.regionCode : null,
      techFields: is('fields') ? p.techFields : [],
      keywords: is('fields') ? p.keywords : [],
      intro: is('intro') ? p.intro : null,
      certificates: is('certificates') ? p.certificates.map((c) => ({ ...c, number: isOwn ? c.number : maskNumber(c.number) })) : [],
      contractCases: counts?.contracts ?? null,
      introductionCases: counts?.introductions ?? null,
      showsMoreToMembers: reader === 'VISITOR' && Object.values(p.audiences).includes('MEMBERS'),
    };
  }

  private async counts(userId: string): Promise<Counts> {
    const [row]: Counts[] = await this.db.em.query(
      `select ${contractCount('$1')} as contracts, ${introductionCount('$1')} as introductions`,
      [userId],
    );
    return row ?? { contracts: 0, introductions: 0 };
  }

  private published(actor: Actor): SelectQueryBuilder<PersonProfile> {
    const query = this.db.em
      .createQueryBuilder(PersonProfile, 'p')
      .innerJoin(User, 'u', 'u.id = p.userId')
      .innerJoin(Organisation, 'o', 'o.id = p.organisationId')
      .where(`p.status = 'PUBLISHED'`)
      // Of whom this reader may see nothing, he is not told either.
      .andWhere('exists (select 1 from jsonb_each_text(p.audiences) f where f.value = any(:audiences))');
    const audiences = actor.userId && actor.organisationVerified ? ['PUBLIC', 'MEMBERS'] : ['PUBLIC'];
    return visible(query, PersonProfile, actor).setParameter('audiences', audiences);
  }
}

/** Whether the field is for the reader, in SQL. */
const shown = (field: ProfileField): string => `(p.audiences ->> '${field}' = any(:audiences))`;
