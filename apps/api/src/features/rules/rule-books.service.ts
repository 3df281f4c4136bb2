import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { RuleBook } from '@jihui/domain';
import { Db } from '../../platform/db/db.js';
import { DatedRuleRow } from './dated-rule.entity.js';

/** The rules as the database holds them now. */
@Injectable()
export class RuleBooks {
  constructor(private readonly db: Db) {}

  /** The book for one calculation; inside a transaction with its manager. */
  async current(em: EntityManager = this.db.em): Promise<RuleBook> {
    return new RuleBook(await em.find(DatedRuleRow));
  }

  /** Every row, of each key the latest first. */
  rows(): Promise<DatedRuleRow[]> {
    return this.db.em.find(DatedRuleRow, { order: { key: 'ASC', validFrom: { direction: 'DESC', nulls: 'LAST' }, createdAt: 'DESC' } });
  }
}
