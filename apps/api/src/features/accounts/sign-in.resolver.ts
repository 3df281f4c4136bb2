import { Context, Mutation, Resolver } from '@nestjs/graphql';
import type { z } from 'zod';
import { login } from '@jihui/domain';
import { Allow, type GqlContext } from '../../platform/auth/allow.js';
import { Input } from '../../platform/graphql/zod-input.js';
import { browserOf, Entry } from './entry.js';
import { SignInService } from './sign-in.service.js';
import { User } from './user.entity.js';

@Resolver(() => User)
export class SignInResolver {
  constructor(
    private readonly signIn: SignInService,
    private readonly entry: Entry,
  ) {}

  @Allow('account.enter')
  @Mutation(() => User)
  async login(@Input(login) input: z.output<typeof login>, @Context() context: GqlContext): Promise<User> {
    const { user, opened } = await this.signIn.signIn(input, browserOf(context));
    this.entry.enter(context, opened);
    return user;
  }

  /** Also clears the cookie of a session that has already ended. */
  @Allow('account.enter')
  @Mutation(() => Boolean)
  async logout(@Context() context: GqlContext): Promise<boolean> {
    await this.signIn.signOut(context.actor);
    this.entry.leave(context);
    return true;
  }
}
