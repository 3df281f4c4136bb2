import { Module } from '@nestjs/common';
import { DemandDraftingResolver } from './demand-drafting.resolver.js';
import { DemandDrafting } from './demand-drafting.service.js';
import { DemandLists } from './demand-lists.service.js';
import { DemandMail } from './demand-mail.service.js';
import { DemandPublicationResolver } from './demand-publication.resolver.js';
import { DemandPublication } from './demand-publication.service.js';
import { DemandQueuesResolver } from './demand-queues.resolver.js';
import { DemandsResolver } from './demands.resolver.js';

@Module({
  providers: [
    DemandsResolver,
    DemandQueuesResolver,
    DemandDraftingResolver,
    DemandPublicationResolver,
    DemandDrafting,
    DemandPublication,
    DemandLists,
    DemandMail,
  ],
  exports: [DemandDrafting, DemandPublication],
})
export class DemandsModule {}
