import { Module } from '@nestjs/common';
import { LedgerModule } from '../ledger/ledger.module.js';
import { NoticePapersResolver } from './notice-papers.resolver.js';
import { NoticePapers } from './notice-papers.service.js';

@Module({ imports: [LedgerModule], providers: [NoticePapersResolver, NoticePapers], exports: [NoticePapers] })
export class NoticePapersModule {}
