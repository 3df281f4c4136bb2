import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor } from '../../platform/auth/allow.js';
import { pageInput, type Page, type PageInput } from '../../platform/graphql/paged.js';
import { RecordId } from '../../platform/graphql/record-id.js';
import { Input } from '../../platform/graphql/zod-input.js';
import { OrganisationListService } from './organisation-list.service.js';
import { Organisation } from './organisation.entity.js';
import { OrganisationPage } from './organisations.resolver.js';
import { VerificationService } from './verification.service.js';

@Resolver(() => Organisation)
export class VerificationResolver {
  constructor(
    private readonly organisations: OrganisationListService,
    private readonly verification: VerificationService,
  ) {}

  /** The branch's queue, the longest waiting first. */
  @Allow('organisation.verify')
  @Query(() => OrganisationPage)
  organisationsToVerify(@CurrentActor() actor: Actor, @Input(pageInput, 'page') page: PageInput): Promise<Page<Organisation>> {
    return this.organisations.toVerify(actor, page);
  }

  @Allow('organisation.verify')
  @Mutation(() => Organisation)
  verifyOrganisation(
    @CurrentActor() actor: Actor,
    @RecordId() id: string,
    @Args('version', { type: () => Int }) version: number,
  ): Promise<Organisation> {
    return this.verification.verify(actor, { id, version });
  }

  @Allow('organisation.verify')
  @Mutation(() => Organisation)
  rejectOrganisation(
    @CurrentActor() actor: Actor,
    @RecordId() id: string,
    @Args('version', { type: () => Int }) version: number,
    @Args('reason') reason: string,
  ): Promise<Organisation> {
    return this.verification.reject(actor, { id, version }, reason);
  }

  @Allow('organisation.edit')
  @Mutation(() => Organisation)
  resubmitOrganisation(
    @CurrentActor() actor: Actor,
    @RecordId() id: string,
    @Args('version', { type: () => Int }) version: number,
  ): Promise<Organisation> {
    return this.verification.resubmit(actor, { id, version });
  }

  @Allow('organisation.verify')
  @Mutation(() => Organisation)
  suspendOrganisation(
    @CurrentActor() actor: Actor,
    @RecordId() id: string,
    @Args('version', { type: () => Int }) version: number,
    @Args('reason') reason: string,
  ): Promise<Organisation> {
    return this.verification.suspend(actor, { id, version }, reason);
  }

  @Allow('organisation.verify')
  @Mutation(() => Organisation)
  restoreOrganisation(
    @CurrentActor() actor: Actor,
    @RecordId() id: string,
    @Args('version', { type: () => Int }) version: number,
  ): Promise<Organisation> {
    return this.verification.restore(actor, { id, version });
  }
}
