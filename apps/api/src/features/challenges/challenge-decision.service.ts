import { Injectable } from '@nestjs/common';
import {
  addWorkingDays,
  challengeRulesOn,
  criteriaOfPercent,
  DomainError,
  noticeWorkingDays,
  parse,
  rankClaims,
  rankingRobustness,
  reasonGiven,
  scorecardOfPoints,
  scoreOutliers,
  scoringRules,
  shanghaiDay,
  type ChallengeDecision,
  type ClaimResult,
} from '@jihui/domain';
import { In, type EntityManager } from 'typeorm';
import type { Ref, Tx } from '../../platform/db/tx.js';
import { ChallengeReviewer } from './challenge-reviewer.entity.js';
import type { ReviewChecks } from './conflict-types.js';
import { factsOf, takeStep } from './challenge-steps.js';
import { Challenge } from './challenge.entity.js';
import { Claim } from './claim.entity.js';
import { ScoreCard } from './score-card.entity.js';

const reviewed = ['QUALIFIED', 'WON', 'LOST'] as const;

/** What the panel's scores come to, and what the branch makes of them. */
@Injectable()
export class ChallengeDecisions {
  /** The ranking; null until every card is in. */
  async ranking(em: EntityManager, challenge: Challenge, now: Date): Promise<ClaimResult[] | null> {
    const facts = await factsOf(em, challenge, now, null);
    if (!facts.reviewers || facts.scoresMissing > 0) return null;
    const claims = await em.findBy(Claim, { challengeId: challenge.id, status: In([...reviewed]) });
    const cards = await em.findBy(ScoreCard, { challengeId: challenge.id });
    const of = new Set(claims.map((c) => c.id));
    return rankClaims(
      cards.filter((card) => of.has(card.claimId)),
      challenge.criteria,
      shanghaiDay(now),
    );
  }

  /** What stands out in the cards, and how much the first place hangs on single reviewers; null until every card is in. */
  async checks(em: EntityManager, challenge: Challenge, now: Date): Promise<ReviewChecks | null> {
    if (!(await this.ranking(em, challenge, now))) return null;
    const [rule] = challengeRulesOn(scoringRules, shanghaiDay(now));
    if (!rule) return null;
    const criteria = criteriaOfPercent(challenge.criteria);
    const cards = (await em.findBy(ScoreCard, { challengeId: challenge.id })).map((c) => scorecardOfPoints(c.claimId, c.reviewerId, c.scores));
    const panel = await em.findBy(ChallengeReviewer, { challengeId: challenge.id });
    const nameOf = (id: string) => panel.find((r) => r.userId === id)?.name ?? '';
    const { runs, changed, without } = rankingRobustness({ criteria, cards, rule });
    return {
      runs,
      changed,
      outliersFrom: rule.outlier.reviewers,
      without: without.filter((w) => w.comparable).map((w) => ({ reviewer: nameOf(w.reviewerId), changes: w.changes, winners: w.winners })),
      outliers: scoreOutliers(criteria, cards, rule).map((o) => ({
        claimId: o.bidId,
        reviewer: nameOf(o.reviewerId),
        criterion: o.criterionId,
        deviation: o.deviation,
      })),
    };
  }

  /** Who wins, with a reason for every bidder. */
  async decide(tx: Tx, ref: Ref, { winners, reasons }: ChallengeDecision): Promise<Challenge> {
    const before = await tx.lock(Challenge, ref, 'challenge.approve');
    const ranking = await this.ranking(tx.em, before, tx.now);
    const claims = await tx.em.findBy(Claim, { challengeId: before.id, status: In([...reviewed]) });
    const reasonOf = new Map(reasons.map((r) => [r.claimId, r.reason]));
    const chosen = claims.filter((c) => winners.includes(c.id));
    if (chosen.length !== new Set(winners).size) throw new DomainError('NOT_FOUND');
    const row = await takeStep(tx, ref, 'decide', {
      winners: chosen.length,
      reasonsMissing: claims.filter((c) => !reasonOf.has(c.id)).length,
    });
    for (const claim of claims) {
      const result = ranking?.find((r) => r.id === claim.id) ?? null;
      const status = chosen.includes(claim) ? 'WON' : 'LOST';
      await tx.save(Object.assign(claim, { status, result, outcomeReason: reasonOf.get(claim.id) ?? null }));
    }
    await tx.save(row);
    await tx.record('challenge.decided', row.id, { winners: chosen.length });
    return row;
  }

  /** 公示: from now on everybody reads the winners and their points, and every bidder his own scores and reason. */
  async announce(tx: Tx, ref: Ref): Promise<Challenge> {
    const row = await takeStep(tx, ref, 'announce');
    row.noticeEndsOn = addWorkingDays(shanghaiDay(tx.now), noticeWorkingDays);
    await tx.save(row);
    await tx.record('challenge.announced', row.id, { noticeEndsOn: row.noticeEndsOn });
    return row;
  }

  /** An objection holds: the earlier result is taken back, and a panel, the same or another, scores anew. */
  async reconsider(tx: Tx, ref: Ref, given: string): Promise<Challenge> {
    const row = await takeStep(tx, ref, 'reconsider');
    const { reason } = parse(reasonGiven, { reason: given });
    await tx.em.delete(ScoreCard, { challengeId: row.id });
    for (const claim of await tx.em.findBy(Claim, { challengeId: row.id, status: In(['WON', 'LOST']) }))
      await tx.save(Object.assign(claim, { status: 'QUALIFIED', result: null, outcomeReason: null }));
    Object.assign(row, { noticeEndsOn: null, endReason: reason });
    await tx.save(row);
    await tx.record('challenge.reconsidered', row.id, { reason });
    return row;
  }

  /** The notice has run out and every bidder has his reason: the winners may sign. */
  async conclude(tx: Tx, ref: Ref): Promise<Challenge> {
    const row = await takeStep(tx, ref, 'conclude');
    await tx.save(row);
    await tx.record('challenge.awarded', row.id, {});
    return row;
  }

  /** 终止 after the deadline, with a reason that everybody reads. */
  async terminate(tx: Tx, ref: Ref, given: string): Promise<Challenge> {
    const row = await takeStep(tx, ref, 'terminate');
    const { reason } = parse(reasonGiven, { reason: given });
    row.endReason = reason;
    await tx.save(row);
    await tx.record('challenge.terminated', row.id, { reason });
    return row;
  }
}
