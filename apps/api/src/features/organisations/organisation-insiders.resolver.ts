import { Context, Field, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { In } from 'typeorm';
import { OrganisationAction, organisationMachine } from '@jihui/domain';
import { may, type Actor } from '../../platform/auth/actor.js';
import { CurrentActor, type GqlContext } from '../../platform/auth/allow.js';
import { accessOf } from '../../platform/db/access.js';
import { AuditEvent } from '../../platform/db/audit-event.entity.js';
import { AuditTrail } from '../../platform/db/audit-trail.js';
import { actionsFor } from '../../platform/graphql/actions.js';
import { restricted } from '../../platform/graphql/restricted.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';
import { User } from '../accounts/user.entity.js';
import { Organisation } from './organisation.entity.js';

/** Whom the branch calls about a sign-up. */
@ObjectType()
export class OrganisationContact {
  @Field(() => String)
  name!: string;

  @Field(() => String)
  email!: string;

  @Field(() => String, { nullable: true })
  phone!: string | null;
}

/** What an organisation shows to itself and to its branch. */
@Resolver(() => Organisation)
export class OrganisationInsidersResolver {
  constructor(private readonly trail: AuditTrail) {}

  @ResolveField(() => [gqlEnum(OrganisationAction)])
  availableActions(@Parent() organisation: Organisation, @CurrentActor() actor: Actor): OrganisationAction[] {
    return actionsFor(organisationMachine, Organisation, organisation, actor);
  }

  @ResolveField(() => Boolean)
  canEdit(@Parent() organisation: Organisation, @CurrentActor() actor: Actor): boolean {
    return may(actor, 'organisation.edit') && organisation.id === actor.organisationId && organisation.status !== 'SUSPENDED';
  }

  @ResolveField(() => [AuditEvent], { nullable: true, middleware: [restricted] })
  history(@Parent() { id }: Organisation): Promise<AuditEvent[]> {
    return this.trail.history(id);
  }

  /** The person who signed it up: for those who verify it. */
  @ResolveField(() => OrganisationContact, { nullable: true })
  async applicant(
    @Parent() organisation: Organisation,
    @CurrentActor() actor: Actor,
    @Context() { loaders }: GqlContext,
  ): Promise<OrganisationContact | null> {
    const verifies = may(actor, 'organisation.verify') && accessOf(Organisation).rowRules?.['organisation.verify']?.(actor, organisation);
    if (!verifies) return null;
    return loaders.batch('organisationApplicant', organisation.id, async (ids, em) => {
      const people = await em.find(User, { where: { organisationId: In([...ids]) }, order: { createdAt: 'ASC', id: 'ASC' } });
      return ids.map((id) => people.find((p) => p.organisationId === id) ?? null);
    });
  }
}
