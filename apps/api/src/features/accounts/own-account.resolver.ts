import { Args, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { z } from 'zod';
import { ownAccountEdit } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor } from '../../platform/auth/allow.js';
import { RecordId } from '../../platform/graphql/record-id.js';
import { Input } from '../../platform/graphql/zod-input.js';
import { OwnAccountService } from './own-account.service.js';
import { Session } from './session.entity.js';
import { User } from './user.entity.js';

@Resolver(() => Session)
export class OwnAccountResolver {
  constructor(private readonly account: OwnAccountService) {}

  @Allow('account.own')
  @Query(() => [Session])
  mySessions(@CurrentActor() actor: Actor): Promise<Session[]> {
    return this.account.listSessions(actor);
  }

  /** Whether it is the session of the browser that asks. */
  @ResolveField(() => Boolean)
  isCurrent(@Parent() session: Session, @CurrentActor() actor: Actor): boolean {
    return session.id === actor.sessionId;
  }

  @Allow('account.own')
  @Mutation(() => Boolean)
  async endSession(@CurrentActor() actor: Actor, @RecordId() id: string): Promise<boolean> {
    await this.account.endSession(actor, id);
    return true;
  }

  /** Gives how many other sessions there were. */
  @Allow('account.own')
  @Mutation(() => Int)
  endOtherSessions(@CurrentActor() actor: Actor): Promise<number> {
    return this.account.endOtherSessions(actor);
  }

  @Allow('account.own')
  @Mutation(() => User)
  editMyAccount(
    @CurrentActor() actor: Actor,
    @Args('version', { type: () => Int }) version: number,
    @Input(ownAccountEdit) input: z.output<typeof ownAccountEdit>,
  ): Promise<User> {
    return this.account.edit(actor, version, input);
  }
}
