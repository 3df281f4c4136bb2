import { Injectable } from '@nestjs/common';
import { DomainError } from '@jihui/domain';
import { anonymous, system, type Actor } from '../../platform/auth/actor.js';
import { visible } from '../../platform/db/access.js';
import { Db } from '../../platform/db/db.js';
import type { Tx } from '../../platform/db/tx.js';
import { Job, type JobPayload } from '../../platform/jobs/job-registry.js';
import { Achievement } from '../achievements/achievement.entity.js';
import { Demand } from '../demands/demand.entity.js';
import { MatchHint, type MatchRaise } from './match-hint.entity.js';
import { MatchIndex } from './match-index.js';
import { Match } from './match.entity.js';

/** So many of each side's suggestions are kept: more is a reproach, not a hint. */
const kept = 3;

/** 怎样提高匹配度: asked by those who read the match, recomputed by a worker that holds the index. */
@Injectable()
export class MatchHints {
  constructor(
    private readonly db: Db,
    private readonly index: MatchIndex,
  ) {}

  /** What would raise the match, if it was computed for both texts as they are now. */
  async of(actor: Actor, match: Match, demand: Demand, achievement: Achievement): Promise<MatchHint | null> {
    const pair = { demandId: demand.id, achievementId: achievement.id };
    const hint = await visible(this.db.em.createQueryBuilder(MatchHint, 'h').where(pair), MatchHint, actor).getOne();
    const holds =
      hint?.demandVersion === demand.version && hint.achievementVersion === achievement.version && hint.modelVersion === match.modelVersion;
    return holds ? hint : null;
  }

  /** Has a worker compute it; NOT_FOUND where the two are not matched or are none of the actor's. */
  async ask(tx: Tx, demandId: string, achievementId: string): Promise<void> {
    const match = await visible(tx.em.createQueryBuilder(Match, 'm').where({ demandId, achievementId }), Match, tx.actor).getOne();
    if (!match) throw new DomainError('NOT_FOUND');
    await tx.enqueue('MatchHints.compute', { id: match.id });
  }

  @Job()
  async compute({ id }: JobPayload): Promise<void> {
    await this.db.run(system, async (tx) => {
      await tx.em.query(`select pg_advisory_xact_lock(hashtext('jihui:matching'))`);
      const match = await tx.em.findOneBy(Match, { id });
      const demand = match && (await published(tx, Demand, match.demandId));
      const achievement = match && (await published(tx, Achievement, match.achievementId));
      if (!demand || !achievement || (await this.of(system, match, demand, achievement))) return;
      await this.index.follow(tx.em, [demand.id, achievement.id]);
      const { probability, raises, tried } = this.index.raisesOf(demand, achievement);
      const shown = (side: MatchRaise['side']): MatchRaise[] => raises.filter((raise) => raise.side === side).slice(0, kept);
      await tx.em.upsert(
        MatchHint,
        {
          ...{ demandId: demand.id, achievementId: achievement.id, demandVersion: demand.version, achievementVersion: achievement.version },
          ...{ modelVersion: this.index.modelVersion, score: probability, raises: [...shown('ACHIEVEMENT'), ...shown('DEMAND')], tried },
        },
        ['demandId', 'achievementId'],
      );
    });
  }
}

const published = <T extends Demand | Achievement>(tx: Tx, entity: new () => T, id: string): Promise<T | null> =>
  visible(tx.em.createQueryBuilder<T>(entity, 'r').where('r.id = :id', { id }), entity, anonymous()).getOne();
