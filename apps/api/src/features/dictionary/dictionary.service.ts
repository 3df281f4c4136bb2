import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DomainError, dictionaryChange, tidyGroups, type DictionaryDraft } from '@jihui/domain';
import { fold } from '@jihui/matching';
import type { Actor } from '../../platform/auth/actor.js';
import { visible } from '../../platform/db/access.js';
import { Db } from '../../platform/db/db.js';
import { DictionaryEdition } from './dictionary-edition.entity.js';

const mostListed = 50;

/** The words that mean the same, for search and matching alike. */
@Injectable()
export class Dictionary {
  constructor(private readonly db: Db) {}

  /** The edition in force. */
  async current(em: EntityManager = this.db.em): Promise<DictionaryEdition> {
    return em.createQueryBuilder(DictionaryEdition, 'd').orderBy('d.number', 'DESC').limit(1).getOneOrFail();
  }

  /** Only its number: for those who ask whether what they know is still in force. */
  async edition(em: EntityManager = this.db.em): Promise<number> {
    const [row]: { number: number }[] = await em.query('select max(number) as number from dictionary_edition');
    return row?.number ?? 0;
  }

  /** Editions that the actor may see, newest first. */
  async editions(actor: Actor): Promise<DictionaryEdition[]> {
    return visible(this.db.em.createQueryBuilder(DictionaryEdition, 'd'), DictionaryEdition, actor).orderBy('d.number', 'DESC').take(mostListed).getMany();
  }

  /** 发布: the draft becomes the edition in force, in one transaction with its audit row; index and matches follow by jobs. */
  async publish(actor: Actor, draft: DictionaryDraft): Promise<DictionaryEdition> {
    return this.db.run(actor, async (tx) => {
      tx.demand('dictionary.publish');
      // The edition in force is locked, not only read: of two that publish at once the second finds that his base is no longer in force.
      const { id } = await this.current(tx.em);
      const base = await tx.lock(DictionaryEdition, { id }, 'dictionary.publish');
      if (base.number !== draft.base || (await this.edition(tx.em)) !== base.number) throw new DomainError('STALE');
      const groups = tidyGroups(draft.groups, fold);
      const { added, removed } = dictionaryChange(base.groups, groups);
      if (!added.length && !removed.length) throw new DomainError('INVALID_INPUT', { issues: [{ path: 'groups', code: 'unchanged' }] });
      const row = await tx.insert(DictionaryEdition, {
        number: base.number + 1,
        groups,
        reason: draft.reason || null,
        added: added.length,
        removed: removed.length,
        publishedBy: tx.actor.name,
      });
      await tx.record('dictionary.published', row.id, { edition: row.number, added: added.length, removed: removed.length });
      return row;
    });
  }
}
