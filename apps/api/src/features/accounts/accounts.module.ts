import { Global, Module } from '@nestjs/common';
import { ActorSource } from '../../platform/auth/actor-source.js';
import { AccountLinks } from './account-links.js';
import { AccountMail } from './account-mail.js';
import { Entry } from './entry.js';
import { InvitationsResolver } from './invitations.resolver.js';
import { InvitationsService } from './invitations.service.js';
import { MeResolver } from './me.resolver.js';
import { MemberRecords } from './member-records.js';
import { MembersResolver } from './members.resolver.js';
import { MembersService } from './members.service.js';
import { OwnAccountResolver } from './own-account.resolver.js';
import { OwnAccountService } from './own-account.service.js';
import { PasswordResolver } from './password.resolver.js';
import { PasswordService } from './password.service.js';
import { Passwords } from './passwords.js';
import { SessionsService } from './sessions.service.js';
import { SignInGuards } from './sign-in-guards.js';
import { SignInResolver } from './sign-in.resolver.js';
import { SignInService } from './sign-in.service.js';

@Global()
@Module({
  providers: [
    AccountLinks,
    AccountMail,
    Entry,
    InvitationsResolver,
    InvitationsService,
    MemberRecords,
    MembersResolver,
    MembersService,
    MeResolver,
    OwnAccountResolver,
    OwnAccountService,
    PasswordResolver,
    Passwords,
    PasswordService,
    SessionsService,
    SignInGuards,
    SignInResolver,
    SignInService,
    { provide: ActorSource, useExisting: SessionsService },
  ],
  exports: [ActorSource, Entry, MemberRecords, Passwords, SessionsService],
})
export class AccountsModule {}
