import { Module } from '@nestjs/common';
import { RulesModule } from '../rules/rules.module.js';
import { FollowUps } from './follow-ups.service.js';
import { ReceiptLists } from './receipt-lists.service.js';
import { ContractReceiptFieldsResolver, FollowUpFieldsResolver, ReceiptsResolver } from './receipts.resolver.js';
import { Receipts } from './receipts.service.js';
import { Royalties } from './royalties.service.js';

@Module({
  imports: [RulesModule],
  providers: [ReceiptsResolver, FollowUpFieldsResolver, ContractReceiptFieldsResolver, Receipts, Royalties, FollowUps, ReceiptLists],
  exports: [Receipts, Royalties, FollowUps],
})
export class ReceiptsModule {}
