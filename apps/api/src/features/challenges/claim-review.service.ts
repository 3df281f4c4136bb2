import { Injectable } from '@nestjs/common';
import { claimJudgement, DomainError, scoreIssues, type Issue, type ScoreCardContent } from '@jihui/domain';
import type { z } from 'zod';
import type { Ref, Tx } from '../../platform/db/tx.js';
import { ChallengeExperts } from './challenge-experts.service.js';
import { ChallengeReviewer } from './challenge-reviewer.entity.js';
import { takeStep } from './challenge-steps.js';
import { Challenge } from './challenge.entity.js';
import { Claim } from './claim.entity.js';
import { ScoreCard } from './score-card.entity.js';

/** From the opening to the last score. */
@Injectable()
export class ClaimReview {
  constructor(private readonly experts: ChallengeExperts) {}

  /** 资格审查 of one claim. */
  async judge(tx: Tx, { claimId, qualified, reason }: z.output<typeof claimJudgement>): Promise<Claim> {
    const claim = await tx.see(Claim, claimId);
    const challenge = await tx.lock(Challenge, { id: claim.challengeId }, 'challenge.screen');
    if (challenge.status !== 'OPENED' || claim.status === 'RETRACTED' || claim.content === null)
      throw new DomainError('ILLEGAL_TRANSITION');
    Object.assign(claim, { status: qualified ? 'QUALIFIED' : 'REFUSED', refusalReason: qualified ? null : reason });
    return tx.save(claim);
  }

  /** Every claim is judged: on with those that passed, or 流榜 when none did. */
  async qualify(tx: Tx, ref: Ref): Promise<Challenge> {
    const qualified = await tx.em.countBy(Claim, { challengeId: ref.id, status: 'QUALIFIED' });
    const refused = await tx.em.countBy(Claim, { challengeId: ref.id, status: 'REFUSED' });
    const row = await takeStep(tx, ref, qualified ? 'qualify' : 'declareNoClaim');
    await tx.save(row);
    if (qualified) await tx.record('challenge.qualified', row.id, { qualified, refused });
    else await tx.record('challenge.noClaim', row.id, {});
    return row;
  }

  /** The panel, whole: who is tied to the owner or a bidder is refused by name. */
  async appoint(tx: Tx, ref: Ref, userIds: readonly string[]): Promise<Challenge> {
    const row = await takeStep(tx, ref, 'appoint');
    const known = await this.experts.of(tx.em, row);
    const issues = userIds.flatMap((id, i): Issue[] => {
      const expert = known.find((e) => e.id === id);
      if (!expert) return [{ path: `reviewers.${i}`, code: 'not_expert' }];
      return expert.tiedTo ? [{ path: `reviewers.${i}`, code: 'same_unit', params: { who: expert.name, party: expert.tiedTo } }] : [];
    });
    if (issues.length) throw new DomainError('INVALID_INPUT', { issues });
    await tx.em.delete(ChallengeReviewer, { challengeId: row.id });
    for (const expert of known.filter((e) => userIds.includes(e.id)))
      await tx.insert(ChallengeReviewer, {
        challengeId: row.id,
        userId: expert.id,
        name: expert.name,
        organisationName: expert.organisationName,
        declaredAt: null,
      });
    await tx.save(row);
    await tx.record('challenge.panelAppointed', row.id, { reviewers: new Set(userIds).size });
    return row;
  }

  async start(tx: Tx, ref: Ref): Promise<Challenge> {
    const row = await takeStep(tx, ref, 'startReview');
    await tx.save(row);
    await tx.record('challenge.reviewStarted', row.id, {});
    return row;
  }

  /** A reviewer's card for one claim. With the first he declares that nothing ties him to a bidder. A card is given once. */
  async score(tx: Tx, claimId: string, input: ScoreCardContent): Promise<ScoreCard> {
    const claim = await tx.see(Claim, claimId);
    // Shared: reviewers score side by side, a decision waits for them.
    tx.demand('challenge.review');
    await tx.em.query('select 1 from challenge where id = $1 for share', [claim.challengeId]);
    const challenge = await tx.em.findOneByOrFail(Challenge, { id: claim.challengeId });
    const reviewer = await tx.em.findOneBy(ChallengeReviewer, { challengeId: challenge.id, userId: tx.actor.userId ?? '' });
    if (!reviewer) throw new DomainError('FORBIDDEN');
    if (challenge.status !== 'REVIEW') throw new DomainError('ILLEGAL_TRANSITION');
    const issues = scoreIssues(input, challenge.criteria);
    if (issues.length) throw new DomainError('INVALID_INPUT', { issues });
    if (!reviewer.declaredAt) await tx.save(Object.assign(reviewer, { declaredAt: tx.now }));
    const card = await tx.insert(ScoreCard, { challengeId: challenge.id, claimId, reviewerId: reviewer.userId, scores: input.scores });
    await tx.record('challenge.scored', challenge.id, {});
    return card;
  }
}
