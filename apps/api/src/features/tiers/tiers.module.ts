import { Module } from '@nestjs/common';
import { NegotiationsModule } from '../negotiations/negotiations.module.js';
import { NdaAcceptances } from './nda-acceptance.service.js';
import { NdaMail } from './nda-mail.service.js';
import { NdaWishesResolver } from './nda-wishes.resolver.js';
import { NdaWishes } from './nda-wishes.service.js';
import { NdasResolver } from './ndas.resolver.js';
import { TierContents } from './tier-contents.service.js';
import { TierFilesController } from './tier-files.controller.js';
import { TierLists } from './tier-lists.service.js';
import { TierReading } from './tier-reading.service.js';
import { TierSubjects } from './tier-subjects.service.js';
import { TierWriting } from './tier-writing.service.js';
import { TiersResolver } from './tiers.resolver.js';

@Module({
  imports: [NegotiationsModule],
  controllers: [TierFilesController],
  providers: [NdaAcceptances, NdaMail, NdaWishes, NdaWishesResolver, NdasResolver, TierContents, TierLists, TierReading, TierSubjects, TierWriting, TiersResolver],
})
export class TiersModule {}
