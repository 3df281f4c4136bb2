import { Global, Module } from '@nestjs/common';
import { ActorSource } from '../../platform/auth/actor-source.js';
import { SessionsService } from './sessions.service.js';

@Global()
@Module({
  providers: [SessionsService, { provide: ActorSource, useExisting: SessionsService }],
  exports: [SessionsService, ActorSource],
})
export class AccountsModule {}
