import { Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor, type GqlContext } from '../../platform/auth/allow.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { User } from './user.entity.js';

@Resolver(() => User)
export class MeResolver {
  /** Who is signed in; null for a visitor. */
  @Allow('public.read')
  @Query(() => User, { nullable: true })
  me(@CurrentActor() actor: Actor, @Context() { loaders }: GqlContext): Promise<User | null> {
    return loaders.byId(User, actor.userId);
  }

  @ResolveField(() => Organisation, { nullable: true })
  organisation(@Parent() user: User, @Context() { loaders }: GqlContext): Promise<Organisation | null> {
    return loaders.byId(Organisation, user.organisationId);
  }
}
