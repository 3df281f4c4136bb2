import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { handoverOffer, handoverRefusal, type HandoverOffer, type HandoverRefusalInput } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor } from '../../platform/auth/allow.js';
import { Db } from '../../platform/db/db.js';
import { RecordId } from '../../platform/graphql/record-id.js';
import { Input } from '../../platform/graphql/zod-input.js';
import { Mandate } from '../negotiations/mandate.entity.js';
import { Handovers } from './handovers.service.js';

const Version = () => Args('version', { type: () => Int });

@Resolver()
export class HandoversResolver {
  constructor(
    private readonly db: Db,
    private readonly handovers: Handovers,
  ) {}

  @Allow('mandate.read')
  @Query(() => [Mandate])
  handoversOfDemand(@CurrentActor() actor: Actor, @RecordId('demandId') demandId: string): Promise<Mandate[]> {
    return this.handovers.ofDemand(actor, demandId);
  }

  @Allow('mandate.grant')
  @Mutation(() => Mandate)
  offerHandover(@CurrentActor() actor: Actor, @Input(handoverOffer) input: HandoverOffer): Promise<Mandate> {
    return this.db.run(actor, (tx) => this.handovers.offer(tx, input));
  }

  @Allow('mandate.answer')
  @Mutation(() => Mandate)
  acceptHandover(@CurrentActor() actor: Actor, @RecordId() id: string, @Version() version: number): Promise<Mandate> {
    return this.db.run(actor, (tx) => this.handovers.accept(tx, { id, version }));
  }

  @Allow('mandate.answer')
  @Mutation(() => Mandate)
  refuseHandover(@CurrentActor() actor: Actor, @RecordId() id: string, @Version() version: number, @Input(handoverRefusal) input: HandoverRefusalInput): Promise<Mandate> {
    return this.db.run(actor, (tx) => this.handovers.refuse(tx, { id, version }, input));
  }

  @Allow('mandate.grant')
  @Mutation(() => Mandate)
  withdrawHandover(@CurrentActor() actor: Actor, @RecordId() id: string, @Version() version: number): Promise<Mandate> {
    return this.db.run(actor, (tx) => this.handovers.withdraw(tx, { id, version }));
  }
}
