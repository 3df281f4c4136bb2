import { Args, Context, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { z } from 'zod';
import { MandateAction, mandateGrant, mandateMachine } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor, type GqlContext } from '../../platform/auth/allow.js';
import { Db } from '../../platform/db/db.js';
import { actionsFor } from '../../platform/graphql/actions.js';
import { Paged, pageInput, type Page, type PageInput } from '../../platform/graphql/paged.js';
import { RecordId } from '../../platform/graphql/record-id.js';
import { gqlEnum, Input } from '../../platform/graphql/zod-input.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { Mandate } from './mandate.entity.js';
import { Mandates } from './mandates.service.js';
import { Parties } from './parties.js';

const MandatePage = Paged<Mandate>(Mandate, 'MandatePage');
const Version = () => Args('version', { type: () => Int });

@Resolver(() => Mandate)
export class MandatesResolver {
  constructor(
    private readonly db: Db,
    private readonly mandates: Mandates,
    private readonly parties: Parties,
  ) {}

  @Allow('mandate.read')
  @Query(() => MandatePage)
  myMandates(@CurrentActor() actor: Actor, @Input(pageInput, 'page') page: PageInput): Promise<Page<Mandate>> {
    return this.mandates.mine(actor, page);
  }

  @Allow('mandate.grant')
  @Query(() => [Organisation])
  brokerFirms(): Promise<Organisation[]> {
    return this.mandates.brokerFirms();
  }

  @Allow('mandate.grant')
  @Mutation(() => Mandate)
  grantMandate(@CurrentActor() actor: Actor, @Input(mandateGrant) input: z.output<typeof mandateGrant>): Promise<Mandate> {
    return this.db.run(actor, (tx) => this.mandates.grant(tx, input));
  }

  @Allow('mandate.answer')
  @Mutation(() => Mandate)
  acceptMandate(@CurrentActor() actor: Actor, @RecordId() id: string, @Version() version: number): Promise<Mandate> {
    return this.db.run(actor, (tx) => this.mandates.answer(tx, { id, version }, 'accept'));
  }

  @Allow('mandate.answer')
  @Mutation(() => Mandate)
  declineMandate(@CurrentActor() actor: Actor, @RecordId() id: string, @Version() version: number): Promise<Mandate> {
    return this.db.run(actor, (tx) => this.mandates.answer(tx, { id, version }, 'decline'));
  }

  @ResolveField(() => String, { nullable: true })
  clientName(@Parent() mandate: Mandate, @Context() { loaders }: GqlContext): Promise<string | null> {
    return this.parties.nameOf(loaders, mandate.clientId);
  }

  @ResolveField(() => String, { nullable: true })
  brokerFirmName(@Parent() mandate: Mandate, @Context() { loaders }: GqlContext): Promise<string | null> {
    return this.parties.nameOf(loaders, mandate.brokerFirmId);
  }

  @ResolveField(() => [gqlEnum(MandateAction)])
  availableActions(@Parent() mandate: Mandate, @Context() { actor }: GqlContext): MandateAction[] {
    const actions = actionsFor(mandateMachine, Mandate, mandate, actor);
    // An offer in a talk stands until it is answered.
    return actions.filter((action) => action !== 'withdraw' || mandate.demandId !== null);
  }
}
