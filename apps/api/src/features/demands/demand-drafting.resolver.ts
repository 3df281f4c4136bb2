import { Args, Int, Mutation, Resolver } from '@nestjs/graphql';
import { demandDraft, type DemandContent } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor } from '../../platform/auth/allow.js';
import { Db } from '../../platform/db/db.js';
import { RecordId } from '../../platform/graphql/record-id.js';
import { Input } from '../../platform/graphql/zod-input.js';
import { Demand } from './demand.entity.js';
import { DemandDrafting } from './demand-drafting.service.js';

const Version = () => Args('version', { type: () => Int });

@Resolver()
export class DemandDraftingResolver {
  constructor(
    private readonly db: Db,
    private readonly drafting: DemandDrafting,
  ) {}

  @Allow('demand.write')
  @Mutation(() => Demand)
  createDemand(@CurrentActor() actor: Actor, @Input(demandDraft) input: DemandContent): Promise<Demand> {
    return this.db.run(actor, (tx) =>
      this.drafting.create(tx, input, { organisationId: actor.organisationId ?? '', createdBy: actor.userId }),
    );
  }

  @Allow('demand.write')
  @Mutation(() => Demand)
  saveDemand(
    @CurrentActor() actor: Actor,
    @RecordId() id: string,
    @Version() version: number,
    @Input(demandDraft) input: DemandContent,
  ): Promise<Demand> {
    return this.db.run(actor, (tx) => this.drafting.save(tx, { id, version }, input));
  }

  @Allow('demand.write')
  @Mutation(() => Boolean)
  async deleteDemand(@CurrentActor() actor: Actor, @RecordId() id: string, @Version() version: number): Promise<boolean> {
    await this.db.run(actor, (tx) => this.drafting.delete(tx, { id, version }));
    return true;
  }
}
