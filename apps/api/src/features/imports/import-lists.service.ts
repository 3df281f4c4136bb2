import { Injectable } from '@nestjs/common';
import { DomainError, type ImportRowFilter } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { visible } from '../../platform/db/access.js';
import { Db } from '../../platform/db/db.js';
import { pageOf, type Page, type PageInput } from '../../platform/graphql/paged.js';
import { ImportRow } from './import-row.entity.js';
import { Import } from './import.entity.js';

const conditions: Record<ImportRowFilter, string> = {
  ALL: 'true',
  BAD: 'not r.isGood',
  WARNED: 'r.isGood and jsonb_array_length(r.issues) > 0',
  GOOD: 'r.isGood',
};

/** What is read of imports. */
@Injectable()
export class ImportLists {
  constructor(private readonly db: Db) {}

  async byId(id: string, actor: Actor): Promise<Import> {
    const row = await visible(this.db.em.createQueryBuilder(Import, 'i').where('i.id = :id', { id }), Import, actor).getOne();
    if (!row) throw new DomainError('NOT_FOUND');
    return row;
  }

  /** The imports of the actor's organisation, the newest first. */
  mine(actor: Actor, page: PageInput): Promise<Page<Import>> {
    return pageOf(
      visible(this.db.em.createQueryBuilder(Import, 'i'), Import, actor).orderBy('i.createdAt', 'DESC').addOrderBy('i.id', 'DESC'),
      page,
    );
  }

  /** The rows of one import in the order of the file. */
  rows(actor: Actor, importId: string, filter: ImportRowFilter, page: PageInput): Promise<Page<ImportRow>> {
    const query = this.db.em
      .createQueryBuilder(ImportRow, 'r')
      .where('r.importId = :importId', { importId })
      .andWhere(conditions[filter])
      .orderBy('r.rowNo');
    return pageOf(visible(query, ImportRow, actor), page);
  }
}
