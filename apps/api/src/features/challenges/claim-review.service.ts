import { Injectable } from '@nestjs/common';
import { claimJudgement, DomainError, scoreIssues, shanghaiDay, type InterestDeclaration, type Issue, type ScoreCardContent } from '@jihui/domain';
import { In, IsNull } from 'typeorm';
import type { z } from 'zod';
import type { Ref, Tx } from '../../platform/db/tx.js';
import { barsOf, ChallengeExperts, pathWords, type Expert } from './challenge-experts.service.js';
import { ChallengeReviewer } from './challenge-reviewer.entity.js';
import { takeStep } from './challenge-steps.js';
import { Challenge } from './challenge.entity.js';
import { barredMember } from './claim-sealing.service.js';
import { Claim } from './claim.entity.js';
import type { ConflictShown } from './conflict-types.js';
import { ScoreCard } from './score-card.entity.js';

const conflictIssue = (path: string, who: string, found: ConflictShown): Issue => ({
  path,
  code: 'conflict',
  params: { who, kind: found.code, path: pathWords(found) },
});

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
    const [bar] = qualified ? (await this.experts.ownerConflicts(tx.em, challenge)).filter((c) => c.claimId === claimId && c.severity === 'BLOCK') : [];
    if (bar) throw new DomainError('INVALID_INPUT', { issues: [conflictIssue('qualified', bar.bidder, bar)] });
    const barred = qualified && (await barredMember(tx.em, claim.organisationId, claim.content.partners, shanghaiDay(tx.now)));
    if (barred) throw new DomainError('INVALID_INPUT', { issues: [{ path: 'qualified', code: 'barred_member', params: barred }] });
    Object.assign(claim, { status: qualified ? 'QUALIFIED' : 'REFUSED', refusalReason: qualified ? null : reason });
    await tx.save(claim);
    await tx.record('claim.judged', claim.id, { qualified, reason: claim.refusalReason });
    return claim;
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
    const chosen = await this.free(tx, row, userIds);
    const before = await tx.em.findBy(ChallengeReviewer, { challengeId: row.id });
    const leaving = before.filter((r) => !userIds.includes(r.userId));
    if (leaving.length) await tx.em.delete(ChallengeReviewer, { id: In(leaving.map((r) => r.id)) });
    for (const expert of chosen.filter((e) => !before.some((r) => r.userId === e.id))) await this.seat(tx, row.id, expert);
    await tx.save(row);
    await tx.record('challenge.panelAppointed', row.id, { reviewers: new Set(userIds).size });
    return row;
  }

  /** A reviewer leaves a panel that is at work, another takes his seat; the cards of the first no longer count. */
  async substitute(tx: Tx, ref: Ref, outId: string, inId: string): Promise<Challenge> {
    const row = await takeStep(tx, ref, 'substitute');
    const panel = await tx.em.findBy(ChallengeReviewer, { challengeId: row.id });
    const leaving = panel.find((r) => r.userId === outId);
    if (!leaving || panel.some((r) => r.userId === inId)) throw new DomainError('INVALID_INPUT', { issues: [{ path: 'reviewers.0', code: 'not_expert' }] });
    const [expert] = await this.free(tx, row, [inId]);
    if (expert) await this.seat(tx, row.id, expert);
    await this.recuse(tx, leaving);
    await tx.save(row);
    await tx.record('challenge.panelAppointed', row.id, { reviewers: panel.length });
    return row;
  }

  /** 利益声明, before the first score: what ties him to whom, and whether he steps back. The branch decides about the rest. */
  async declare(tx: Tx, challengeId: string, { ties, stepBack }: InterestDeclaration): Promise<ChallengeReviewer> {
    tx.demand('challenge.review');
    await tx.see(Challenge, challengeId);
    await tx.em.query('select 1 from challenge where id = $1 for share', [challengeId]);
    const challenge = await tx.em.findOneByOrFail(Challenge, { id: challengeId });
    const seat = await tx.em.findOneBy(ChallengeReviewer, { challengeId, userId: tx.actor.userId ?? '', recusedAt: IsNull() });
    if (!seat) throw new DomainError('FORBIDDEN');
    if (challenge.status !== 'QUALIFIED' && challenge.status !== 'REVIEW') throw new DomainError('ILLEGAL_TRANSITION');
    const claims = await tx.em.findBy(Claim, { challengeId, id: In(ties.map((t) => t.claimId)) });
    if (claims.length !== new Set(ties.map((t) => t.claimId)).size) throw new DomainError('NOT_FOUND');
    Object.assign(seat, { declaredAt: tx.now, ties });
    if (stepBack) await this.recuse(tx, seat);
    else await tx.save(seat);
    await tx.record(stepBack ? 'challenge.recused' : 'challenge.declared', challengeId, {});
    return seat;
  }

  private async recuse(tx: Tx, seat: ChallengeReviewer): Promise<void> {
    await tx.em.delete(ScoreCard, { challengeId: seat.challengeId, reviewerId: seat.userId });
    seat.recusedAt ??= tx.now;
    seat.isChair = false;
    await tx.save(seat);
  }

  private async seat(tx: Tx, challengeId: string, { id, name, organisationName }: Expert): Promise<void> {
    await tx.insert(ChallengeReviewer, { challengeId, userId: id, name, organisationName, isChair: false, declaredAt: null, ties: [], recusedAt: null });
  }

  /** The experts named, none of whom is barred; the refusal shows the path. */
  private async free(tx: Tx, challenge: Challenge, userIds: readonly string[]): Promise<Expert[]> {
    const known = await this.experts.of(tx.em, challenge);
    const issues = userIds.flatMap((id, i): Issue[] => {
      const expert = known.find((e) => e.id === id);
      if (!expert) return [{ path: `reviewers.${i}`, code: 'not_expert' }];
      const [bar] = barsOf(expert);
      return bar ? [conflictIssue(`reviewers.${i}`, expert.name, bar)] : [];
    });
    if (issues.length) throw new DomainError('INVALID_INPUT', { issues });
    return known.filter((e) => userIds.includes(e.id));
  }

  async start(tx: Tx, ref: Ref): Promise<Challenge> {
    const row = await takeStep(tx, ref, 'startReview');
    await tx.save(row);
    await tx.record('challenge.reviewStarted', row.id, {});
    return row;
  }

  /** A reviewer's card for one claim. He has declared his interests before. A card is given once. */
  async score(tx: Tx, claimId: string, input: ScoreCardContent): Promise<ScoreCard> {
    const claim = await tx.see(Claim, claimId);
    // Shared: reviewers score side by side, a decision waits for them.
    tx.demand('challenge.review');
    await tx.em.query('select 1 from challenge where id = $1 for share', [claim.challengeId]);
    const challenge = await tx.em.findOneByOrFail(Challenge, { id: claim.challengeId });
    const reviewer = await tx.em.findOneBy(ChallengeReviewer, {
      challengeId: challenge.id,
      userId: tx.actor.userId ?? '',
      recusedAt: IsNull(),
    });
    if (!reviewer) throw new DomainError('FORBIDDEN');
    if (challenge.status !== 'REVIEW') throw new DomainError('ILLEGAL_TRANSITION');
    const issues = scoreIssues(input, challenge.criteria);
    if (issues.length) throw new DomainError('INVALID_INPUT', { issues });
    if (!reviewer.declaredAt) throw new DomainError('STEP_NOT_READY', { what: 'undeclared' });
    const card = await tx.insert(ScoreCard, { challengeId: challenge.id, claimId, reviewerId: reviewer.userId, scores: input.scores });
    await tx.record('challenge.scored', challenge.id, {});
    return card;
  }
}
