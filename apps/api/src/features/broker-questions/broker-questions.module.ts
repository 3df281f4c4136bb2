import { Module } from '@nestjs/common';
import { LedgerModule } from '../ledger/ledger.module.js';
import { BrokerAnswers } from './broker-answers.service.js';
import { BrokerMail } from './broker-mail.service.js';
import { BrokerQuestions } from './broker-questions.service.js';
import { BrokerQuestionsResolver } from './broker-questions.resolver.js';

@Module({ imports: [LedgerModule], providers: [BrokerAnswers, BrokerMail, BrokerQuestions, BrokerQuestionsResolver], exports: [BrokerQuestions] })
export class BrokerQuestionsModule {}
