import { Args, Context, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  isInForce,
  NdaAction,
  ndaAcceptance,
  NdaBox,
  ndaMachine,
  NdaStatus,
  shanghaiDay,
  tierRef,
  type NdaAcceptance,
  type TierRef,
} from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor, type GqlContext } from '../../platform/auth/allow.js';
import { Db } from '../../platform/db/db.js';
import { actionsFor } from '../../platform/graphql/actions.js';
import { pageInput, type Page, type PageInput } from '../../platform/graphql/paged.js';
import { RecordId } from '../../platform/graphql/record-id.js';
import { gqlEnum, Input } from '../../platform/graphql/zod-input.js';
import { Parties } from '../negotiations/parties.js';
import { NdaAcceptances, type NdaDraft } from './nda-acceptance.service.js';
import { Nda } from './nda.entity.js';
import { TierLists } from './tier-lists.service.js';
import { NdaDraftText, NdaPage } from './tier-types.js';

const Version = () => Args('version', { type: () => Int });
const Reason = () => Args('reason', { type: () => String });

@Resolver(() => Nda)
export class NdasResolver {
  constructor(
    private readonly db: Db,
    private readonly lists: TierLists,
    private readonly acceptances: NdaAcceptances,
    private readonly parties: Parties,
  ) {}

  @Allow('nda.read')
  @Query(() => NdaPage)
  ndas(
    @CurrentActor() actor: Actor,
    @Args('box', { type: () => gqlEnum(NdaBox) }) box: NdaBox,
    @Input(pageInput, 'page') page: PageInput,
    @Args('status', { type: () => gqlEnum(NdaStatus), nullable: true }) status: NdaStatus | null,
  ): Promise<Page<Nda>> {
    return this.lists.ndas(actor, box, status ?? null, page);
  }

  @Allow('nda.accept')
  @Query(() => NdaDraftText)
  ndaDraft(@CurrentActor() actor: Actor, @Input(tierRef) input: TierRef): Promise<NdaDraft> {
    return this.acceptances.draft(actor, input);
  }

  @Allow('nda.accept')
  @Mutation(() => Nda)
  acceptNda(@CurrentActor() actor: Actor, @Input(ndaAcceptance) input: NdaAcceptance): Promise<Nda> {
    return this.db.run(actor, (tx) => this.acceptances.accept(tx, input));
  }

  @Allow('nda.accept')
  @Mutation(() => Nda)
  cancelNda(@CurrentActor() actor: Actor, @RecordId() id: string, @Version() version: number): Promise<Nda> {
    return this.db.run(actor, (tx) => this.acceptances.cancel(tx, { id, version }));
  }

  @Allow('nda.answer')
  @Mutation(() => Nda)
  approveNda(@CurrentActor() actor: Actor, @RecordId() id: string, @Version() version: number): Promise<Nda> {
    return this.db.run(actor, (tx) => this.acceptances.approve(tx, { id, version }));
  }

  @Allow('nda.answer')
  @Mutation(() => Nda)
  declineNda(@CurrentActor() actor: Actor, @RecordId() id: string, @Version() version: number, @Reason() reason: string): Promise<Nda> {
    return this.db.run(actor, (tx) => this.acceptances.decline(tx, { id, version }, reason));
  }

  @Allow('nda.answer')
  @Mutation(() => Nda)
  endNda(@CurrentActor() actor: Actor, @RecordId() id: string, @Version() version: number, @Reason() reason: string): Promise<Nda> {
    return this.db.run(actor, (tx) => this.acceptances.end(tx, { id, version }, reason));
  }

  @ResolveField(() => String, { nullable: true })
  readerName(@Parent() nda: Nda, @Context() { loaders }: GqlContext): Promise<string | null> {
    return this.parties.nameOf(loaders, nda.readerId);
  }

  /** An owner that had stayed unnamed is named by the agreement that binds both. */
  @ResolveField(() => String, { nullable: true })
  async ownerName(@Parent() nda: Nda, @Context() { actor, loaders }: GqlContext): Promise<string | null> {
    if (nda.isOwnerHidden && nda.ownerId !== actor.organisationId && nda.bindsUntil === null) return null;
    return this.parties.nameOf(loaders, nda.ownerId);
  }

  /** Whether it opens the part today, as far as the agreement goes. */
  @ResolveField(() => Boolean)
  isInForce(@Parent() nda: Nda): boolean {
    return isInForce(nda, shanghaiDay(new Date()));
  }

  @ResolveField(() => [gqlEnum(NdaAction)])
  availableActions(@Parent() nda: Nda, @Context() { actor }: GqlContext): NdaAction[] {
    const actions = actionsFor(ndaMachine, Nda, nda, actor);
    return isInForce(nda, shanghaiDay(new Date())) ? actions : actions.filter((a) => a !== 'end');
  }
}
