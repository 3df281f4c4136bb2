import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ndaWish, type NdaWishInput } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor } from '../../platform/auth/allow.js';
import { Db } from '../../platform/db/db.js';
import { RecordId } from '../../platform/graphql/record-id.js';
import { Input } from '../../platform/graphql/zod-input.js';
import { NdaWish } from './nda-wish.entity.js';
import { NdaWishes } from './nda-wishes.service.js';

@Resolver(() => NdaWish)
export class NdaWishesResolver {
  constructor(
    private readonly db: Db,
    private readonly wishes: NdaWishes,
  ) {}

  /** Agreements that members of one's own organisation ask for. */
  @Allow('nda.read')
  @Query(() => [NdaWish])
  ndaWishes(@CurrentActor() actor: Actor): Promise<NdaWish[]> {
    return this.wishes.list(actor);
  }

  @Allow('tier.open')
  @Mutation(() => NdaWish)
  askForNda(@CurrentActor() actor: Actor, @Input(ndaWish) input: NdaWishInput): Promise<NdaWish> {
    return this.db.run(actor, (tx) => this.wishes.ask(tx, input));
  }

  @Allow('nda.accept')
  @Mutation(() => NdaWish)
  dismissNdaWish(@CurrentActor() actor: Actor, @RecordId() id: string, @Args('version', { type: () => Int }) version: number): Promise<NdaWish> {
    return this.db.run(actor, (tx) => this.wishes.dismiss(tx, { id, version }));
  }
}
