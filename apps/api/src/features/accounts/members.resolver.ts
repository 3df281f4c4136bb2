import { Args, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { z } from 'zod';
import { memberRoles, MemberStatus } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor } from '../../platform/auth/allow.js';
import { Paged, pageInput, type Page, type PageInput } from '../../platform/graphql/paged.js';
import { RecordId } from '../../platform/graphql/record-id.js';
import { gqlEnum, Input } from '../../platform/graphql/zod-input.js';
import { MembersService } from './members.service.js';
import { User } from './user.entity.js';

const UserPage = Paged(User, 'UserPage');

@Resolver(() => User)
export class MembersResolver {
  constructor(private readonly members: MembersService) {}

  @Allow('member.read')
  @Query(() => UserPage, { name: 'members' })
  list(
    @CurrentActor() actor: Actor,
    @RecordId('organisationId', { nullable: true }) organisationId: string | null,
    @Input(pageInput, 'page') page: PageInput,
  ): Promise<Page<User>> {
    return this.members.list(actor, organisationId, page);
  }

  @Allow('member.invite')
  @Mutation(() => User)
  changeMemberRoles(
    @CurrentActor() actor: Actor,
    @RecordId() id: string,
    @Args('version', { type: () => Int }) version: number,
    @Input(memberRoles) { roles }: z.output<typeof memberRoles>,
  ): Promise<User> {
    return this.members.changeRoles(actor, { id, version }, roles);
  }

  @Allow('member.invite')
  @Mutation(() => User)
  disableMember(
    @CurrentActor() actor: Actor,
    @RecordId() id: string,
    @Args('version', { type: () => Int }) version: number,
  ): Promise<User> {
    return this.members.disable(actor, { id, version });
  }

  @Allow('member.invite')
  @Mutation(() => User)
  enableMember(@CurrentActor() actor: Actor, @RecordId() id: string, @Args('version', { type: () => Int }) version: number): Promise<User> {
    return this.members.enable(actor, { id, version });
  }

  @ResolveField(() => gqlEnum(MemberStatus))
  status(@Parent() user: User): MemberStatus {
    if (user.disabled) return 'DISABLED';
    return user.passwordHash ? 'ACTIVE' : 'INVITED';
  }

  /** The telephone as colleagues read it: 138****1234. */
  @ResolveField(() => String, { nullable: true })
  maskedPhone(@Parent() { phone }: User): string | null {
    return phone ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : null;
  }
}
