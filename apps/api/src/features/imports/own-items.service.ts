import { Injectable } from '@nestjs/common';
import type { EntityTarget } from 'typeorm';
import type { Actor } from '../../platform/auth/actor.js';
import { visible } from '../../platform/db/access.js';
import { Db } from '../../platform/db/db.js';
import { Achievement } from '../achievements/achievement.entity.js';
import { Demand } from '../demands/demand.entity.js';

const atOnce = 500;

/** Everything that the actor's organisation owns, part by part, in the order in which it was made. */
@Injectable()
export class OwnItems {
  constructor(private readonly db: Db) {}

  achievements(actor: Actor): AsyncGenerator<Achievement[]> {
    return this.parts(Achievement, actor);
  }

  demands(actor: Actor): AsyncGenerator<Demand[]> {
    return this.parts(Demand, actor);
  }

  private async *parts<T extends Achievement | Demand>(entity: EntityTarget<T>, actor: Actor): AsyncGenerator<T[]> {
    for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
      const query = this.db.em
        .createQueryBuilder(entity, 'r')
        .where('r.organisationId = :own and r.id > :after', { own: actor.organisationId, after });
      const rows = await visible(query, entity, actor).orderBy('r.id').take(atOnce).getMany();
      if (rows.length) yield rows;
      const last = rows.at(-1);
      if (!last || rows.length < atOnce) return;
      after = last.id;
    }
  }
}
