import { Args, Int, Mutation, Resolver } from '@nestjs/graphql';
import { challengeDraft, type ChallengeContent } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor } from '../../platform/auth/allow.js';
import { Db } from '../../platform/db/db.js';
import { RecordId } from '../../platform/graphql/record-id.js';
import { Input } from '../../platform/graphql/zod-input.js';
import { ChallengeDrafting } from './challenge-drafting.service.js';
import { ChallengeExamination } from './challenge-examination.service.js';
import { Challenge } from './challenge.entity.js';

const Version = () => Args('version', { type: () => Int });
const Reason = () => Args('reason', { type: () => String });

/** What the owner does. */
@Resolver()
export class ChallengeWritingResolver {
  constructor(
    private readonly db: Db,
    private readonly drafting: ChallengeDrafting,
    private readonly examination: ChallengeExamination,
  ) {}

  @Allow('challenge.write')
  @Mutation(() => Challenge)
  createChallenge(@CurrentActor() actor: Actor, @Input(challengeDraft) input: ChallengeContent): Promise<Challenge> {
    return this.db.run(actor, (tx) => this.drafting.create(tx, input));
  }

  @Allow('challenge.write')
  @Mutation(() => Challenge)
  createChallengeFromDemand(@CurrentActor() actor: Actor, @RecordId('demandId') demandId: string): Promise<Challenge> {
    return this.db.run(actor, (tx) => this.drafting.createFromDemand(tx, demandId));
  }

  @Allow('challenge.write')
  @Mutation(() => Challenge)
  copyChallenge(@CurrentActor() actor: Actor, @RecordId() id: string): Promise<Challenge> {
    return this.db.run(actor, (tx) => this.drafting.copy(tx, id));
  }

  @Allow('challenge.write')
  @Mutation(() => Challenge)
  saveChallenge(
    @CurrentActor() actor: Actor,
    @RecordId() id: string,
    @Version() version: number,
    @Input(challengeDraft) input: ChallengeContent,
  ): Promise<Challenge> {
    return this.db.run(actor, (tx) => this.drafting.save(tx, { id, version }, input));
  }

  @Allow('challenge.write')
  @Mutation(() => Boolean)
  async deleteChallenge(@CurrentActor() actor: Actor, @RecordId() id: string, @Version() version: number): Promise<boolean> {
    await this.db.run(actor, (tx) => this.drafting.delete(tx, { id, version }));
    return true;
  }

  @Allow('challenge.write')
  @Mutation(() => Challenge)
  submitChallenge(@CurrentActor() actor: Actor, @RecordId() id: string, @Version() version: number): Promise<Challenge> {
    return this.db.run(actor, (tx) => this.examination.submit(tx, { id, version }));
  }

  @Allow('challenge.write')
  @Mutation(() => Challenge)
  agreeChallenge(@CurrentActor() actor: Actor, @RecordId() id: string, @Version() version: number): Promise<Challenge> {
    return this.db.run(actor, (tx) => this.examination.agree(tx, { id, version }));
  }

  @Allow('challenge.write')
  @Mutation(() => Challenge)
  withdrawChallenge(
    @CurrentActor() actor: Actor,
    @RecordId() id: string,
    @Version() version: number,
    @Reason() reason: string,
  ): Promise<Challenge> {
    return this.db.run(actor, (tx) => this.examination.withdraw(tx, { id, version }, reason));
  }

  @Allow('challenge.write')
  @Mutation(() => Challenge)
  reopenChallenge(@CurrentActor() actor: Actor, @RecordId() id: string, @Version() version: number): Promise<Challenge> {
    return this.db.run(actor, (tx) => this.examination.reopen(tx, { id, version }));
  }
}
