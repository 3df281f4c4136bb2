import { Args, ID, Int, Mutation, Resolver } from '@nestjs/graphql';
import { challengeDecision, claimJudgement, type ChallengeDecision } from '@jihui/domain';
import type { z } from 'zod';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor } from '../../platform/auth/allow.js';
import { Db } from '../../platform/db/db.js';
import { RecordId } from '../../platform/graphql/record-id.js';
import { Input } from '../../platform/graphql/zod-input.js';
import { ChallengeDecisions } from './challenge-decision.service.js';
import { Challenge } from './challenge.entity.js';
import { ClaimReview } from './claim-review.service.js';
import { Claim } from './claim.entity.js';

const Version = () => Args('version', { type: () => Int });
const Reason = () => Args('reason', { type: () => String });

/** What the operators do from the opening to the award. */
@Resolver()
export class ChallengeReviewResolver {
  constructor(
    private readonly db: Db,
    private readonly review: ClaimReview,
    private readonly decisions: ChallengeDecisions,
  ) {}

  @Allow('challenge.screen')
  @Mutation(() => Claim)
  judgeClaim(@CurrentActor() actor: Actor, @Input(claimJudgement) input: z.output<typeof claimJudgement>): Promise<Claim> {
    return this.db.run(actor, (tx) => this.review.judge(tx, input));
  }

  @Allow('challenge.screen')
  @Mutation(() => Challenge)
  qualifyChallenge(@CurrentActor() actor: Actor, @RecordId() id: string, @Version() version: number): Promise<Challenge> {
    return this.db.run(actor, (tx) => this.review.qualify(tx, { id, version }));
  }

  @Allow('challenge.screen')
  @Mutation(() => Challenge)
  appointReviewers(
    @CurrentActor() actor: Actor,
    @RecordId() id: string,
    @Version() version: number,
    @Args('userIds', { type: () => [ID] }) userIds: string[],
  ): Promise<Challenge> {
    return this.db.run(actor, (tx) => this.review.appoint(tx, { id, version }, userIds));
  }

  @Allow('challenge.screen')
  @Mutation(() => Challenge)
  startChallengeReview(@CurrentActor() actor: Actor, @RecordId() id: string, @Version() version: number): Promise<Challenge> {
    return this.db.run(actor, (tx) => this.review.start(tx, { id, version }));
  }

  @Allow('challenge.approve')
  @Mutation(() => Challenge)
  decideChallenge(
    @CurrentActor() actor: Actor,
    @RecordId() id: string,
    @Version() version: number,
    @Input(challengeDecision) input: ChallengeDecision,
  ): Promise<Challenge> {
    return this.db.run(actor, (tx) => this.decisions.decide(tx, { id, version }, input));
  }

  @Allow('challenge.screen')
  @Mutation(() => Challenge)
  announceChallenge(@CurrentActor() actor: Actor, @RecordId() id: string, @Version() version: number): Promise<Challenge> {
    return this.db.run(actor, (tx) => this.decisions.announce(tx, { id, version }));
  }

  @Allow('challenge.approve')
  @Mutation(() => Challenge)
  reconsiderChallenge(
    @CurrentActor() actor: Actor,
    @RecordId() id: string,
    @Version() version: number,
    @Reason() reason: string,
  ): Promise<Challenge> {
    return this.db.run(actor, (tx) => this.decisions.reconsider(tx, { id, version }, reason));
  }

  @Allow('challenge.approve')
  @Mutation(() => Challenge)
  concludeChallenge(@CurrentActor() actor: Actor, @RecordId() id: string, @Version() version: number): Promise<Challenge> {
    return this.db.run(actor, (tx) => this.decisions.conclude(tx, { id, version }));
  }

  @Allow('challenge.approve')
  @Mutation(() => Challenge)
  terminateChallenge(
    @CurrentActor() actor: Actor,
    @RecordId() id: string,
    @Version() version: number,
    @Reason() reason: string,
  ): Promise<Challenge> {
    return this.db.run(actor, (tx) => this.decisions.terminate(tx, { id, version }, reason));
  }
}
