import { Args, Int, Mutation, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor } from '../../platform/auth/allow.js';
import { Db } from '../../platform/db/db.js';
import { RecordId } from '../../platform/graphql/record-id.js';
import { Demand } from './demand.entity.js';
import { DemandPublication } from './demand-publication.service.js';

const Version = () => Args('version', { type: () => Int });
const Reason = () => Args('reason', { type: () => String });

@Resolver()
export class DemandPublicationResolver {
  constructor(
    private readonly db: Db,
    private readonly publication: DemandPublication,
  ) {}

  @Allow('demand.write')
  @Mutation(() => Demand)
  submitDemand(@CurrentActor() actor: Actor, @RecordId() id: string, @Version() version: number): Promise<Demand> {
    return this.db.run(actor, (tx) => this.publication.submit(tx, { id, version }));
  }

  @Allow('demand.publish')
  @Mutation(() => Demand)
  returnDemand(
    @CurrentActor() actor: Actor,
    @RecordId() id: string,
    @Version() version: number,
    @Reason() reason: string,
  ): Promise<Demand> {
    return this.db.run(actor, (tx) => this.publication.returnToOwner(tx, { id, version }, reason));
  }

  @Allow('demand.publish')
  @Mutation(() => Demand)
  publishDemand(@CurrentActor() actor: Actor, @RecordId() id: string, @Version() version: number): Promise<Demand> {
    return this.db.run(actor, (tx) => this.publication.publish(tx, { id, version }));
  }

  @Allow('demand.write')
  @Mutation(() => Demand)
  reviseDemand(@CurrentActor() actor: Actor, @RecordId() id: string, @Version() version: number): Promise<Demand> {
    return this.db.run(actor, (tx) => this.publication.revise(tx, { id, version }));
  }

  @Allow('demand.write')
  @Mutation(() => Demand)
  withdrawDemand(
    @CurrentActor() actor: Actor,
    @RecordId() id: string,
    @Version() version: number,
    @Reason() reason: string,
  ): Promise<Demand> {
    return this.db.run(actor, (tx) => this.publication.withdraw(tx, { id, version }, reason));
  }

  @Allow('demand.write')
  @Mutation(() => Demand)
  reopenDemand(@CurrentActor() actor: Actor, @RecordId() id: string, @Version() version: number): Promise<Demand> {
    return this.db.run(actor, (tx) => this.publication.reopen(tx, { id, version }));
  }

  @Allow('demand.write')
  @Mutation(() => Demand)
  closeDemand(@CurrentActor() actor: Actor, @RecordId() id: string, @Version() version: number): Promise<Demand> {
    return this.db.run(actor, (tx) => this.publication.close(tx, { id, version }));
  }
}
