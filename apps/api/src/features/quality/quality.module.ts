import { Module } from '@nestjs/common';
import { Duplicates } from './duplicates.service.js';
import { DuplicatesResolver } from './duplicates.resolver.js';
import { PatentMail } from './patent-mail.service.js';
import { PatentTermsResolver } from './patent-terms.resolver.js';
import { QualityBoards } from './quality-board.service.js';
import { QualityJobs } from './quality-jobs.js';
import { QualityResolver } from './quality.resolver.js';
import { ShingleCounts } from './shingle-counts.js';

@Module({
  providers: [ShingleCounts, QualityJobs, Duplicates, DuplicatesResolver, PatentMail, PatentTermsResolver, QualityBoards, QualityResolver],
  exports: [QualityBoards, QualityJobs],
})
export class QualityModule {}
