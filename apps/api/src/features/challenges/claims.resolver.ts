import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { claimContent, scoreCard, type ClaimContent, type ScoreCardContent } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor } from '../../platform/auth/allow.js';
import { Db } from '../../platform/db/db.js';
import { RecordId } from '../../platform/graphql/record-id.js';
import { Input } from '../../platform/graphql/zod-input.js';
import { ChallengeQuestion } from './challenge-question.entity.js';
import { ChallengeQuestions } from './challenge-questions.service.js';
import { Claim } from './claim.entity.js';
import { ClaimReview } from './claim-review.service.js';
import { ClaimSealing } from './claim-sealing.service.js';
import { ScoreCard } from './score-card.entity.js';

/** What bidders and reviewers do, and questions with their answers. */
@Resolver()
export class ClaimsResolver {
  constructor(
    private readonly db: Db,
    private readonly sealing: ClaimSealing,
    private readonly questions: ChallengeQuestions,
    private readonly review: ClaimReview,
  ) {}

  /** The moment of receipt is taken before a connection is waited for: a crowd at the deadline makes nobody late. */
  @Allow('claim.write')
  @Mutation(() => Claim)
  submitClaim(
    @CurrentActor() actor: Actor,
    @RecordId('challengeId') challengeId: string,
    @Input(claimContent) input: ClaimContent,
  ): Promise<Claim> {
    const now = new Date();
    return this.db.run(actor, (tx) => this.sealing.submit(tx, challengeId, input), { now });
  }

  @Allow('claim.write')
  @Mutation(() => Claim)
  retractClaim(@CurrentActor() actor: Actor, @RecordId('challengeId') challengeId: string): Promise<Claim> {
    return this.db.run(actor, (tx) => this.sealing.retract(tx, challengeId));
  }

  @Allow('challenge.ask')
  @Mutation(() => ChallengeQuestion)
  askChallengeQuestion(
    @CurrentActor() actor: Actor,
    @RecordId('challengeId') challengeId: string,
    @Args('question', { type: () => String }) question: string,
  ): Promise<ChallengeQuestion> {
    return this.db.run(actor, (tx) => this.questions.ask(tx, challengeId, question));
  }

  @Allow('challenge.answer')
  @Mutation(() => ChallengeQuestion)
  answerChallengeQuestion(
    @CurrentActor() actor: Actor,
    @RecordId() id: string,
    @Args('answer', { type: () => String }) answer: string,
  ): Promise<ChallengeQuestion> {
    return this.db.run(actor, (tx) => this.questions.answer(tx, id, answer));
  }

  @Allow('challenge.review')
  @Mutation(() => ScoreCard)
  scoreClaim(
    @CurrentActor() actor: Actor,
    @RecordId('claimId') claimId: string,
    @Input(scoreCard) input: ScoreCardContent,
  ): Promise<ScoreCard> {
    return this.db.run(actor, (tx) => this.review.score(tx, claimId, input));
  }
}
