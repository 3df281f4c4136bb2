import { Module } from '@nestjs/common';
import { LedgerModule } from '../ledger/ledger.module.js';
import { NegotiationsModule } from '../negotiations/negotiations.module.js';
import { IntroductionAnswers } from './introduction-answers.service.js';
import { IntroductionDeadlines } from './introduction-deadlines.service.js';
import { IntroductionExportsController } from './introduction-exports.controller.js';
import { IntroductionLists } from './introduction-lists.service.js';
import { IntroductionMail } from './introduction-mail.service.js';
import { IntroductionReceipts } from './introduction-receipts.service.js';
import { IntroductionRequests } from './introduction-requests.service.js';
import { IntroductionsResolver } from './introductions.resolver.js';

@Module({
  imports: [LedgerModule, NegotiationsModule],
  controllers: [IntroductionExportsController],
  providers: [
    IntroductionAnswers,
    IntroductionDeadlines,
    IntroductionLists,
    IntroductionMail,
    IntroductionReceipts,
    IntroductionRequests,
    IntroductionsResolver,
  ],
  exports: [IntroductionAnswers, IntroductionRequests],
})
export class IntroductionsModule {}
