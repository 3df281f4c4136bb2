import { Args, Int, Mutation, Resolver } from '@nestjs/graphql';
import { challengeAmendment, challengeRewrite, type ChallengeRewrite } from '@jihui/domain';
import type { z } from 'zod';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor } from '../../platform/auth/allow.js';
import { Db } from '../../platform/db/db.js';
import { RecordId } from '../../platform/graphql/record-id.js';
import { DateTime } from '../../platform/graphql/scalars.js';
import { Input } from '../../platform/graphql/zod-input.js';
import { ChallengeExamination } from './challenge-examination.service.js';
import { ChallengePublication } from './challenge-publication.service.js';
import { Challenge } from './challenge.entity.js';
import { KeyHolding } from './key-holding.service.js';

const Version = () => Args('version', { type: () => Int });
const Reason = () => Args('reason', { type: () => String });
const PassPhrase = () => Args('passPhrase', { type: () => String });

/** What the operators do from the form check to the opening. */
@Resolver()
export class ChallengeDeskResolver {
  constructor(
    private readonly db: Db,
    private readonly examination: ChallengeExamination,
    private readonly publication: ChallengePublication,
    private readonly keys: KeyHolding,
  ) {}

  @Allow('challenge.screen')
  @Mutation(() => Challenge)
  screenChallenge(@CurrentActor() actor: Actor, @RecordId() id: string, @Version() version: number): Promise<Challenge> {
    return this.db.run(actor, (tx) => this.examination.screen(tx, { id, version }));
  }

  @Allow('challenge.screen')
  @Mutation(() => Challenge)
  returnChallenge(
    @CurrentActor() actor: Actor,
    @RecordId() id: string,
    @Version() version: number,
    @Reason() reason: string,
  ): Promise<Challenge> {
    return this.db.run(actor, (tx) => this.examination.returnToOwner(tx, { id, version }, reason));
  }

  @Allow('challenge.screen')
  @Mutation(() => Challenge)
  argueChallenge(
    @CurrentActor() actor: Actor,
    @RecordId() id: string,
    @Version() version: number,
    @Input(challengeRewrite) input: ChallengeRewrite,
    @Args('note', { type: () => String }) note: string,
  ): Promise<Challenge> {
    return this.db.run(actor, (tx) => this.examination.argue(tx, { id, version }, input, note));
  }

  @Allow('challenge.approve')
  @Mutation(() => Challenge)
  approveChallenge(@CurrentActor() actor: Actor, @RecordId() id: string, @Version() version: number): Promise<Challenge> {
    return this.db.run(actor, (tx) => this.examination.approve(tx, { id, version }));
  }

  @Allow('challenge.hold')
  @Mutation(() => Challenge)
  takeChallengeKey(
    @CurrentActor() actor: Actor,
    @RecordId() id: string,
    @Version() version: number,
    @PassPhrase() passPhrase: string,
  ): Promise<Challenge> {
    return this.db.run(actor, (tx) => this.keys.take(tx, { id, version }, passPhrase));
  }

  @Allow('challenge.screen')
  @Mutation(() => Challenge)
  publishChallenge(
    @CurrentActor() actor: Actor,
    @RecordId() id: string,
    @Version() version: number,
    @Args('claimsCloseAt', { type: () => DateTime }) claimsCloseAt: Date,
  ): Promise<Challenge> {
    return this.db.run(actor, (tx) => this.publication.publish(tx, { id, version }, claimsCloseAt));
  }

  @Allow('challenge.screen')
  @Mutation(() => Challenge)
  amendChallenge(
    @CurrentActor() actor: Actor,
    @RecordId() id: string,
    @Version() version: number,
    @Input(challengeAmendment) input: z.output<typeof challengeAmendment>,
  ): Promise<Challenge> {
    return this.db.run(actor, (tx) => this.publication.amend(tx, { id, version }, input));
  }

  @Allow('challenge.hold')
  @Mutation(() => Challenge)
  giveChallengeKey(
    @CurrentActor() actor: Actor,
    @RecordId() id: string,
    @Version() version: number,
    @PassPhrase() passPhrase: string,
  ): Promise<Challenge> {
    return this.db.run(actor, (tx) => this.keys.give(tx, { id, version }, passPhrase));
  }
}
