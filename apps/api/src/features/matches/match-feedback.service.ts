import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { DomainError, leastForReasons, type DeclineReason, type MatchSide, type matchJudgement } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { visible } from '../../platform/db/access.js';
import { Db } from '../../platform/db/db.js';
import type { Tx } from '../../platform/db/tx.js';
import { MatchFeedback } from './match-feedback.entity.js';
import { Match } from './match.entity.js';

export type ReasonCount = { reason: DeclineReason; count: number };

/** What people say of matches, and what their owners may learn from it. */
@Injectable()
export class MatchFeedbackService {
  constructor(private readonly db: Db) {}

  /** One judgement per organisation and pair: a later one replaces it. The pair must be matched and the actor's. */
  async judge(
    tx: Tx,
    { demandId, achievementId, verdict, declineReason, fitReason, note }: z.output<typeof matchJudgement>,
  ): Promise<MatchFeedback> {
    tx.demand('match.judge');
    const { actor } = tx;
    const match = await visible(tx.em.createQueryBuilder(Match, 'm').where({ demandId, achievementId }), Match, actor).getOne();
    if (!match || !actor.organisationId) throw new DomainError('NOT_FOUND');
    const { score, band, modelVersion } = match;
    const declines = verdict === 'DECLINED';
    const said = {
      verdict,
      declineReason: declines ? (declineReason ?? null) : null,
      fitReason: declines ? null : (fitReason ?? null),
      note: note || null,
      userId: actor.userId,
      ...{ score, band, modelVersion },
    };
    const pair = { organisationId: actor.organisationId, demandId, achievementId };
    const known = await tx.em.findOneBy(MatchFeedback, pair);
    const row = known
      ? await tx.save(Object.assign(await tx.lock(MatchFeedback, { id: known.id }, 'match.judge'), said))
      : await tx.em.findOneByOrFail(MatchFeedback, { id: (await tx.insertAll(MatchFeedback, [{ ...pair, ...said, version: 1 }]))[0] });
    if (said.declineReason) await tx.record('match.declined', row.id, { reason: said.declineReason });
    if (said.fitReason) await tx.record('match.fits', row.id, { reason: said.fitReason });
    return row;
  }

  /** Takes a judgement back; the match stands in its list again. */
  async takeBack(tx: Tx, id: string): Promise<void> {
    const row = await tx.lock(MatchFeedback, { id }, 'match.judge');
    await tx.em.delete(MatchFeedback, { id: row.id });
    await tx.record('match.judgementTakenBack', row.id, {});
  }

  /** The actor's own judgements of an item's matches, by the other item's id. */
  async ofItem(actor: Actor, side: MatchSide, itemId: string): Promise<Map<string, MatchFeedback>> {
    const [own, other] = side === 'DEMAND' ? (['demandId', 'achievementId'] as const) : (['achievementId', 'demandId'] as const);
    const rows = await visible(
      this.db.em.createQueryBuilder(MatchFeedback, 'f').where(`f.${own} = :itemId`, { itemId }),
      MatchFeedback,
      actor,
    ).getMany();
    return new Map(rows.map((row) => [row[other], row]));
  }

  /** Why others declined the item, in matches and in introductions that its owner asked for; nothing below five organisations, which would tell who said it. */
  async reasonsFor(actor: Actor, side: MatchSide, itemId: string): Promise<ReasonCount[]> {
    const column = side === 'DEMAND' ? '"demandId"' : '"achievementId"';
    const rows: { reason: DeclineReason; organisation: string }[] = await this.db.em.query(
      `select distinct f."declineReason" as reason, f."organisationId" as organisation from match_feedback f
        where f.${column} = $1 and f."declineReason" is not null and f."organisationId" <> $2
       union select distinct i."declineReason", i."answererId" from introduction i
        where i.${column} = $1 and i."requesterId" = $2 and i.status = 'DECLINED' and i."declineReason" is not null`,
      [itemId, actor.organisationId],
    );
    if (new Set(rows.map((r) => r.organisation)).size < leastForReasons) return [];
    const counts = new Map<DeclineReason, number>();
    for (const { reason } of rows) counts.set(reason, (counts.get(reason) ?? 0) + 1);
    return Array.from(counts, ([reason, count]) => ({ reason, count })).sort((a, b) => b.count - a.count);
  }
}
