import { Module } from '@nestjs/common';
import { NegotiationsModule } from '../negotiations/negotiations.module.js';
import { IntroductionAnswers } from './introduction-answers.service.js';
import { IntroductionDeadlines } from './introduction-deadlines.service.js';
import { IntroductionLists } from './introduction-lists.service.js';
import { IntroductionMail } from './introduction-mail.service.js';
import { IntroductionRequests } from './introduction-requests.service.js';
import { IntroductionsResolver } from './introductions.resolver.js';

@Module({
  imports: [NegotiationsModule],
  providers: [IntroductionAnswers, IntroductionDeadlines, IntroductionLists, IntroductionMail, IntroductionRequests, IntroductionsResolver],
  exports: [IntroductionAnswers, IntroductionRequests],
})
export class IntroductionsModule {}
