import { Args, Context, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { In } from 'typeorm';
import type { z } from 'zod';
import { organisationCreate, organisationEdit, OrganisationKind, organisationSignUp } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor, type GqlContext } from '../../platform/auth/allow.js';
import { Paged, pageInput, type Page, type PageInput } from '../../platform/graphql/paged.js';
import { RecordId } from '../../platform/graphql/record-id.js';
import { gqlEnum, Input } from '../../platform/graphql/zod-input.js';
import { browserOf, Entry } from '../accounts/entry.js';
import { OrganisationEditService } from './organisation-edit.service.js';
import { OrganisationListService } from './organisation-list.service.js';
import { Organisation } from './organisation.entity.js';
import { Region } from './region.entity.js';
import { SignUpService } from './sign-up.service.js';

export const OrganisationPage = Paged(Organisation, 'OrganisationPage');
const optional = { type: () => String, nullable: true };

@Resolver(() => Organisation)
export class OrganisationsResolver {
  constructor(
    private readonly organisations: OrganisationListService,
    private readonly signUp: SignUpService,
    private readonly editing: OrganisationEditService,
    private readonly entry: Entry,
  ) {}

  @Allow('public.read')
  @Query(() => OrganisationPage, { name: 'organisations' })
  list(
    @CurrentActor() actor: Actor,
    @Args('kind', { type: () => gqlEnum(OrganisationKind), nullable: true }) kind: OrganisationKind | null,
    @Args('regionCode', optional) regionCode: string | null,
    @Args('text', optional) text: string | null,
    @Input(pageInput, 'page') page: PageInput,
  ): Promise<Page<Organisation>> {
    return this.organisations.list(actor, { kind, regionCode, text }, page);
  }

  @Allow('public.read')
  @Query(() => Organisation, { name: 'organisation' })
  one(@CurrentActor() actor: Actor, @RecordId() id: string): Promise<Organisation> {
    return this.organisations.one(actor, id);
  }

  /** Signs the organisation up and its first administrator in. */
  @Allow('organisation.signUp')
  @Mutation(() => Organisation)
  async signUpOrganisation(
    @Input(organisationSignUp) input: z.output<typeof organisationSignUp>,
    @Context() context: GqlContext,
  ): Promise<Organisation> {
    const { organisation, opened } = await this.signUp.signUp(input, browserOf(context));
    this.entry.enter(context, opened);
    return organisation;
  }

  @Allow('organisation.edit')
  @Mutation(() => Organisation)
  editOrganisation(
    @CurrentActor() actor: Actor,
    @RecordId() id: string,
    @Args('version', { type: () => Int }) version: number,
    @Input(organisationEdit) input: z.output<typeof organisationEdit>,
  ): Promise<Organisation> {
    return this.editing.edit(actor, { id, version }, input);
  }

  /** A branch of the market or a government office. */
  @Allow('organisation.create')
  @Mutation(() => Organisation)
  createOrganisation(
    @CurrentActor() actor: Actor,
    @Input(organisationCreate) input: z.output<typeof organisationCreate>,
  ): Promise<Organisation> {
    return this.editing.create(actor, input);
  }

  @ResolveField(() => Region)
  region(@Parent() { regionCode }: Organisation, @Context() { loaders }: GqlContext): Promise<Region> {
    return loaders.batch('organisationRegion', regionCode, async (codes, em) => {
      const regions = await em.findBy(Region, { code: In([...codes]) });
      return codes.map((code) => regions.find((r) => r.code === code) ?? em.create(Region, { code, name: code, nameEn: code }));
    });
  }

  @ResolveField(() => Organisation, { nullable: true })
  branch(@Parent() { branchId }: Organisation, @Context() { loaders }: GqlContext): Promise<Organisation | null> {
    return loaders.byId(Organisation, branchId);
  }
}
