import { Args, Context, Field, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import type { z } from 'zod';
import { invitation, invitationAcceptance, Role } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor, type GqlContext } from '../../platform/auth/allow.js';
import { RecordId } from '../../platform/graphql/record-id.js';
import { gqlEnum, Input } from '../../platform/graphql/zod-input.js';
import { browserOf, Entry } from './entry.js';
import { InvitationsService } from './invitations.service.js';
import { User } from './user.entity.js';

/** What somebody with an invitation's link reads before he accepts it. */
@ObjectType()
export class Invitation {
  @Field(() => String)
  name!: string;

  @Field(() => String)
  email!: string;

  @Field(() => [gqlEnum(Role)])
  roles!: Role[];

  @Field(() => String)
  organisationName!: string;
}

@Resolver()
export class InvitationsResolver {
  constructor(
    private readonly invitations: InvitationsService,
    private readonly entry: Entry,
  ) {}

  @Allow('account.enter')
  @Query(() => Invitation)
  async invitation(@Args('token') token: string, @CurrentActor() { ip }: Actor): Promise<Invitation> {
    const { user, organisation } = await this.invitations.read(token, ip);
    return { name: user.name, email: user.email, roles: user.roles, organisationName: organisation.name };
  }

  @Allow('account.enter')
  @Mutation(() => User)
  async acceptInvitation(
    @Input(invitationAcceptance) input: z.output<typeof invitationAcceptance>,
    @Context() context: GqlContext,
  ): Promise<User> {
    const { user, opened } = await this.invitations.accept(input, browserOf(context));
    this.entry.enter(context, opened);
    return user;
  }

  /** Into the actor's own organisation; the system administrator names any. */
  @Allow('member.invite')
  @Mutation(() => User)
  inviteMember(
    @CurrentActor() actor: Actor,
    @Input(invitation) input: z.output<typeof invitation>,
    @RecordId('organisationId', { nullable: true }) organisationId: string | null,
  ): Promise<User> {
    return this.invitations.invite(actor, input, organisationId);
  }

  @Allow('member.invite')
  @Mutation(() => User)
  remindInvitation(@CurrentActor() actor: Actor, @RecordId() id: string): Promise<User> {
    return this.invitations.remind(actor, id);
  }
}
