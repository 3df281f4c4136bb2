import { Injectable } from '@nestjs/common';
import { DomainError, memberKinds, type OrganisationKind } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { visible } from '../../platform/db/access.js';
import { Db } from '../../platform/db/db.js';
import { pageOf, type Page, type PageInput } from '../../platform/graphql/paged.js';
import { Organisation } from './organisation.entity.js';

export type OrganisationFilter = { kind?: OrganisationKind | null; regionCode?: string | null; text?: string | null };

/** The region and all below it. */
const regionAndBelow = `o.regionCode in (
  with recursive below as (
    select code from region where code = :region
    union all
    select r.code from region r join below b on r."parentCode" = b.code
  ) select code from below)`;

/** Reads organisations: the public list, one of them, and the branch's queue. */
@Injectable()
export class OrganisationListService {
  constructor(private readonly db: Db) {}

  /** The verified organisations of a kind (without one: all members of the market), by pinyin. */
  list(actor: Actor, { kind, regionCode, text }: OrganisationFilter, page: PageInput): Promise<Page<Organisation>> {
    const query = this.db.em
      .createQueryBuilder(Organisation, 'o')
      .where(`o.status = 'VERIFIED'`)
      .andWhere('o.kind in (:...kinds)', { kinds: kind ? [kind] : memberKinds });
    if (regionCode) query.andWhere(regionAndBelow, { region: regionCode });
    const words = text?.normalize('NFKC').trim().slice(0, 60);
    if (words)
      query.andWhere('(o.name ilike :like or o.nameEn ilike :like or o.uscc = :code)', {
        like: `%${words.replace(/[\\%_]/g, '\\$&')}%`,
        code: words.toUpperCase(),
      });
    return pageOf(visible(query, Organisation, actor).orderBy('o.name COLLATE "zh-x-icu"').addOrderBy('o.id'), page);
  }

  /** One organisation that the actor may see. */
  async one(actor: Actor, id: string): Promise<Organisation> {
    const query = this.db.em.createQueryBuilder(Organisation, 'o').where('o.id = :id', { id });
    const organisation = await visible(query, Organisation, actor).getOne();
    if (!organisation) throw new DomainError('NOT_FOUND');
    return organisation;
  }

  /** What waits for the actor's branch, the longest waiting first. */
  toVerify(actor: Actor, page: PageInput): Promise<Page<Organisation>> {
    const query = this.db.em
      .createQueryBuilder(Organisation, 'o')
      .where(`o.status = 'PENDING'`)
      .andWhere('o.branchId = :branch', { branch: actor.organisationId });
    return pageOf(visible(query, Organisation, actor).orderBy('o.submittedAt', 'ASC', 'NULLS FIRST').addOrderBy('o.id'), page);
  }
}
