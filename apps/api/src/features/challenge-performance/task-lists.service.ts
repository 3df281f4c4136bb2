import { Injectable } from '@nestjs/common';
import { DomainError } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { visible } from '../../platform/db/access.js';
import { Db } from '../../platform/db/db.js';
import { ChallengeTask } from './challenge-task.entity.js';

/** What is read of tasks. */
@Injectable()
export class TaskLists {
  constructor(private readonly db: Db) {}

  async byId(id: string, actor: Actor): Promise<ChallengeTask> {
    const query = this.db.em.createQueryBuilder(ChallengeTask, 't').where('t.id = :id', { id });
    const row = await visible(query, ChallengeTask, actor).getOne();
    if (!row) throw new DomainError('NOT_FOUND');
    return row;
  }
}
