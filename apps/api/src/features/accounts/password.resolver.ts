import { Context, Mutation, Resolver } from '@nestjs/graphql';
import type { z } from 'zod';
import { passwordChange, passwordForgotten, passwordReset } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor, type GqlContext } from '../../platform/auth/allow.js';
import { Input } from '../../platform/graphql/zod-input.js';
import { Entry } from './entry.js';
import { PasswordService } from './password.service.js';

@Resolver()
export class PasswordResolver {
  constructor(
    private readonly passwords: PasswordService,
    private readonly entry: Entry,
  ) {}

  /** Always true: the answer does not tell whether the mail has an account. */
  @Allow('account.enter')
  @Mutation(() => Boolean)
  async requestPasswordReset(
    @Input(passwordForgotten) { email }: z.output<typeof passwordForgotten>,
    @CurrentActor() { ip }: Actor,
  ): Promise<boolean> {
    await this.passwords.forgotten(email, ip);
    return true;
  }

  @Allow('account.enter')
  @Mutation(() => Boolean)
  async resetPassword(@Input(passwordReset) input: z.output<typeof passwordReset>, @Context() context: GqlContext): Promise<boolean> {
    await this.passwords.reset(input, context.actor.ip);
    this.entry.leave(context);
    return true;
  }

  @Allow('account.own')
  @Mutation(() => Boolean)
  async changePassword(@Input(passwordChange) input: z.output<typeof passwordChange>, @CurrentActor() actor: Actor): Promise<boolean> {
    await this.passwords.change(actor, input);
    return true;
  }
}
