import { Injectable } from '@nestjs/common';
import { challengeAnswer, challengeQuestion, DomainError, parse } from '@jihui/domain';
import type { Tx } from '../../platform/db/tx.js';
import { ChallengeQuestion } from './challenge-question.entity.js';
import { Challenge } from './challenge.entity.js';

/** Questions and answers while claims come in. */
@Injectable()
export class ChallengeQuestions {
  /** Anybody who may bid asks; the owner does not ask himself. */
  async ask(tx: Tx, challengeId: string, given: string): Promise<ChallengeQuestion> {
    tx.demand('challenge.ask');
    const { question } = parse(challengeQuestion, { question: given });
    const challenge = await tx.see(Challenge, challengeId);
    if (challenge.status !== 'CLAIM_OPEN') throw new DomainError('ILLEGAL_TRANSITION');
    if (challenge.organisationId === tx.actor.organisationId) throw new DomainError('FORBIDDEN');
    const row = await tx.insert(ChallengeQuestion, {
      ...{ challengeId, question, organisationId: tx.actor.organisationId ?? '', askedBy: tx.actor.userId, answer: null, answeredAt: null },
    });
    await tx.record('challenge.questionAsked', challengeId, {});
    return row;
  }

  /** The owner or the organiser answers, to all. */
  async answer(tx: Tx, id: string, given: string): Promise<ChallengeQuestion> {
    const { answer } = parse(challengeAnswer, { answer: given });
    const question = await tx.see(ChallengeQuestion, id);
    await tx.lock(Challenge, { id: question.challengeId }, 'challenge.answer');
    const row = await tx.em.findOneByOrFail(ChallengeQuestion, { id });
    if (row.answeredAt) throw new DomainError('ALREADY_CONFIRMED');
    await tx.save(Object.assign(row, { answer, answeredAt: tx.now }));
    await tx.record('challenge.questionAnswered', row.challengeId, {});
    return row;
  }
}
