import { Module } from '@nestjs/common';
import { LedgerExportController } from './ledger-export.controller.js';
import { LedgerLists } from './ledger-lists.service.js';
import { LedgerSealing } from './ledger-sealing.service.js';
import { LedgerVerification } from './ledger-verification.service.js';
import { LedgerResolver } from './ledger.resolver.js';
import { Ledger } from './ledger.service.js';

/** The tamper-evident ledger of the branches' decisions. */
@Module({
  controllers: [LedgerExportController],
  providers: [Ledger, LedgerLists, LedgerSealing, LedgerVerification, LedgerResolver],
  exports: [Ledger, LedgerLists, LedgerVerification],
})
export class LedgerModule {}
