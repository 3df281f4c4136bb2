import { Args, Query, Resolver } from '@nestjs/graphql';
import { DemandStatus } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor } from '../../platform/auth/allow.js';
import { pageInput, type Page, type PageInput } from '../../platform/graphql/paged.js';
import { RecordId } from '../../platform/graphql/record-id.js';
import { gqlEnum, Input } from '../../platform/graphql/zod-input.js';
import { DemandLists, type DemandStatusCount } from './demand-lists.service.js';
import { DemandCount, DemandPage } from './demand-types.js';
import type { Demand } from './demand.entity.js';

@Resolver()
export class DemandQueuesResolver {
  constructor(private readonly lists: DemandLists) {}

  @Allow('demand.read')
  @Query(() => DemandPage)
  myDemands(
    @CurrentActor() actor: Actor,
    @Args('status', { type: () => gqlEnum(DemandStatus), nullable: true }) status: DemandStatus | null,
    @Args('text', { type: () => String, nullable: true }) text: string | null,
    @RecordId('importId', { nullable: true }) importId: string | null,
    @Input(pageInput, 'page') page: PageInput,
  ): Promise<Page<Demand>> {
    return this.lists.mine(actor, { status, text, importId }, page);
  }

  @Allow('demand.read')
  @Query(() => [DemandCount])
  myDemandCounts(
    @CurrentActor() actor: Actor,
    @Args('text', { type: () => String, nullable: true }) text: string | null,
    @RecordId('importId', { nullable: true }) importId: string | null,
  ): Promise<DemandStatusCount[]> {
    return this.lists.counts(actor, { text, importId });
  }

  @Allow('demand.publish')
  @Query(() => DemandPage)
  demandsToPublish(@CurrentActor() actor: Actor, @Input(pageInput, 'page') page: PageInput): Promise<Page<Demand>> {
    return this.lists.toPublish(actor, page);
  }
}
