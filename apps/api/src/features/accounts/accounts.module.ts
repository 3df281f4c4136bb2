import { Global, Module } from '@nestjs/common';
import { ActorSource } from '../../platform/auth/actor-source.js';
import { MeResolver } from './me.resolver.js';
import { SessionsService } from './sessions.service.js';

@Global()
@Module({
  providers: [MeResolver, SessionsService, { provide: ActorSource, useExisting: SessionsService }],
  exports: [SessionsService, ActorSource],
})
export class AccountsModule {}
