import { Args, Context, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { DuplicateAction, duplicateDecision, duplicateMachine, DuplicateStatus, type DuplicateDecision } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor, type GqlContext } from '../../platform/auth/allow.js';
import { Db } from '../../platform/db/db.js';
import { actionsFor } from '../../platform/graphql/actions.js';
import { firstPage, pageInput, type Page, type PageInput } from '../../platform/graphql/paged.js';
import { RecordId } from '../../platform/graphql/record-id.js';
import { gqlEnum, Input } from '../../platform/graphql/zod-input.js';
import { DuplicatePair } from './duplicate-pair.entity.js';
import { Duplicates } from './duplicates.service.js';
import { DuplicateSide, DuplicatePairPage } from './quality-types.js';

const Version = () => Args('version', { type: () => Int });

@Resolver(() => DuplicatePair)
export class DuplicatesResolver {
  constructor(
    private readonly db: Db,
    private readonly service: Duplicates,
  ) {}

  @Allow('quality.read')
  @Query(() => DuplicatePairPage)
  duplicates(
    @CurrentActor() actor: Actor,
    @Args('status', { type: () => gqlEnum(DuplicateStatus), defaultValue: 'OPEN' }) status: DuplicateStatus,
    @Input(pageInput, 'page') page: PageInput = firstPage,
  ): Promise<Page<DuplicatePair>> {
    return this.service.list(actor, status, page);
  }

  @Allow('quality.read')
  @Query(() => DuplicatePair)
  duplicate(@CurrentActor() actor: Actor, @RecordId() id: string): Promise<DuplicatePair> {
    return this.service.byId(actor, id);
  }

  @Allow('duplicate.decide')
  @Mutation(() => DuplicatePair)
  decideDuplicate(
    @CurrentActor() actor: Actor,
    @RecordId() id: string,
    @Version() version: number,
    @Input(duplicateDecision) input: DuplicateDecision,
  ): Promise<DuplicatePair> {
    return this.db.run(actor, (tx) => this.service.decide(tx, { id, version }, input));
  }

  @Allow('duplicate.decide')
  @Mutation(() => DuplicatePair)
  reconsiderDuplicate(
    @CurrentActor() actor: Actor,
    @RecordId() id: string,
    @Version() version: number,
    @Args('reason', { type: () => String }) reason: string,
  ): Promise<DuplicatePair> {
    return this.db.run(actor, (tx) => this.service.reconsider(tx, { id, version }, reason));
  }

  @ResolveField(() => DuplicateSide, { nullable: true })
  async first(@Parent() pair: DuplicatePair, @Context() { actor, loaders }: GqlContext): Promise<DuplicateSide | null> {
    return (await this.service.sides(pair, actor, loaders)).first;
  }

  @ResolveField(() => DuplicateSide, { nullable: true })
  async second(@Parent() pair: DuplicatePair, @Context() { actor, loaders }: GqlContext): Promise<DuplicateSide | null> {
    return (await this.service.sides(pair, actor, loaders)).second;
  }

  @ResolveField(() => [gqlEnum(DuplicateAction)])
  availableActions(@Parent() pair: DuplicatePair, @Context() { actor }: GqlContext): DuplicateAction[] {
    return actionsFor(duplicateMachine, DuplicatePair, pair, actor);
  }
}
