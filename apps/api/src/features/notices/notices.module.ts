import { Module } from '@nestjs/common';
import { LedgerModule } from '../ledger/ledger.module.js';
import { NegotiationsModule } from '../negotiations/negotiations.module.js';
import { RulesModule } from '../rules/rules.module.js';
import { DiligenceFiles } from './diligence-file.service.js';
import { NoticeClock } from './notice-clock.service.js';
import { NoticeDrafting } from './notice-drafting.service.js';
import { NoticeExportsController } from './notice-exports.controller.js';
import { NoticeFieldsResolver } from './notice-fields.resolver.js';
import { NoticeLists } from './notice-lists.service.js';
import { NoticeMail } from './notice-mail.service.js';
import { NoticeObjections } from './notice-objections.service.js';
import { NoticePeriods } from './notice-periods.service.js';
import { NoticePublication } from './notice-publication.service.js';
import { NoticesResolver } from './notices.resolver.js';

@Module({
  imports: [LedgerModule, NegotiationsModule, RulesModule],
  controllers: [NoticeExportsController],
  providers: [
    DiligenceFiles,
    NoticesResolver,
    NoticeFieldsResolver,
    NoticeDrafting,
    NoticePublication,
    NoticeObjections,
    NoticePeriods,
    NoticeClock,
    NoticeLists,
    NoticeMail,
  ],
  exports: [NoticeDrafting, NoticePublication, NoticeObjections, NoticeClock],
})
export class NoticesModule {}
