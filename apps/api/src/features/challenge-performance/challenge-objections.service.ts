import { Injectable } from '@nestjs/common';
import { DomainError, next, challengeMachine, type ChallengeObjectionAnswer, type ChallengeObjectionInput } from '@jihui/domain';
import type { Tx } from '../../platform/db/tx.js';
import { newReceiptNumber } from '../../platform/receipt-number.js';
import { ChallengeDecisions } from '../challenges/challenge-decision.service.js';
import { Challenge } from '../challenges/challenge.entity.js';
import { ChallengeObjection } from './challenge-objection.entity.js';

const answerLength = 500;

/** Objections to a decision, and their answers in public. While one is open nothing is concluded. */
@Injectable()
export class ChallengeObjections {
  constructor(private readonly decisions: ChallengeDecisions) {}

  /** Anybody objects while the decision is before the public, without an account. */
  async object(tx: Tx, { challengeId, name, contact, text }: ChallengeObjectionInput): Promise<ChallengeObjection> {
    tx.demand('challenge.object');
    await tx.see(Challenge, challengeId);
    await tx.em.query('select 1 from challenge where id = $1 for update', [challengeId]);
    const challenge = await tx.em.findOneByOrFail(Challenge, { id: challengeId });
    if (challenge.status !== 'NOTICE') throw new DomainError('ILLEGAL_TRANSITION');
    const row = await tx.insert(ChallengeObjection, {
      challengeId,
      branchId: challenge.branchId,
      receipt: newReceiptNumber('JY'),
      name,
      contact,
      text,
      upheld: null,
      answer: null,
      answeredBy: null,
      answeredAt: null,
    });
    await tx.record('challenge.objected', challengeId, { receipt: row.receipt });
    return row;
  }

  /** The answer is public at once. An objection that is upheld takes the decision back by the machine's own step. */
  async answer(tx: Tx, { id, version, upheld, answer }: ChallengeObjectionAnswer): Promise<Challenge> {
    const { challengeId } = await tx.see(ChallengeObjection, id);
    const challenge = await tx.lock(Challenge, { id: challengeId }, 'challenge.approve');
    const row = await tx.lock(ChallengeObjection, { id, version }, 'challenge.approve');
    if (row.answeredAt) throw new DomainError('STALE');
    if (upheld) next(challengeMachine, challenge.status, 'reconsider');
    await tx.save(Object.assign(row, { upheld, answer, answeredBy: tx.actor.userId, answeredAt: tx.now }));
    await tx.record('challenge.objectionAnswered', challengeId, { receipt: row.receipt, upheld });
    return upheld ? this.decisions.reconsider(tx, { id: challengeId }, answer.slice(0, answerLength)) : challenge;
  }
}
