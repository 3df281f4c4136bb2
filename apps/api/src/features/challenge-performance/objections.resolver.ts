import { Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { challengeObjection, challengeObjectionAnswer, type ChallengeObjectionAnswer, type ChallengeObjectionInput } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor, type GqlContext } from '../../platform/auth/allow.js';
import { visible } from '../../platform/db/access.js';
import { Db } from '../../platform/db/db.js';
import { Input } from '../../platform/graphql/zod-input.js';
import { Challenge } from '../challenges/challenge.entity.js';
import { ChallengeObjection } from './challenge-objection.entity.js';
import { ChallengeObjections } from './challenge-objections.service.js';

@Resolver(() => Challenge)
export class ChallengeObjectionsResolver {
  constructor(
    private readonly db: Db,
    private readonly service: ChallengeObjections,
  ) {}

  /** The public reads those that are answered, the branch all of them. */
  @ResolveField(() => [ChallengeObjection])
  objections(@Parent() c: Challenge, @Context() { actor }: GqlContext): Promise<ChallengeObjection[]> {
    const query = this.db.em.createQueryBuilder(ChallengeObjection, 'o').where('o.challengeId = :id', { id: c.id });
    return visible(query, ChallengeObjection, actor).orderBy('o.createdAt').addOrderBy('o.id').getMany();
  }

  /** The receipt number: what the objector keeps. */
  @Allow('challenge.object')
  @Mutation(() => String)
  async objectToChallenge(@CurrentActor() actor: Actor, @Input(challengeObjection) input: ChallengeObjectionInput): Promise<string> {
    return (await this.db.run(actor, (tx) => this.service.object(tx, input))).receipt;
  }

  @Allow('challenge.approve')
  @Mutation(() => Challenge)
  answerChallengeObjection(
    @CurrentActor() actor: Actor,
    @Input(challengeObjectionAnswer) input: ChallengeObjectionAnswer,
  ): Promise<Challenge> {
    return this.db.run(actor, (tx) => this.service.answer(tx, input));
  }
}
