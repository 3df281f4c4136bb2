import { Module } from '@nestjs/common';
import { ContractsModule } from '../contracts/contracts.module.js';
import { LedgerModule } from '../ledger/ledger.module.js';
import { RulesModule } from '../rules/rules.module.js';
import { ContractExperts } from './contract-experts.service.js';
import { MatterDecisions } from './matter-decisions.service.js';
import { ContractMatterFieldsResolver, MatterFieldsResolver } from './matter-fields.resolver.js';
import { MatterFilings } from './matter-filing.service.js';
import { MatterLists } from './matter-lists.service.js';
import { MatterMails } from './matter-mails.service.js';
import { MatterProposals } from './matter-proposals.service.js';
import { MattersResolver } from './matters.resolver.js';
import { NationalNumbers } from './national-numbers.service.js';

@Module({
  imports: [ContractsModule, RulesModule, LedgerModule],
  providers: [
    ...[MattersResolver, MatterFieldsResolver, ContractMatterFieldsResolver],
    ...[MatterFilings, MatterProposals, MatterDecisions, MatterLists, MatterMails, ContractExperts, NationalNumbers],
  ],
  exports: [ContractExperts, MatterFilings, MatterDecisions],
})
export class ContractMattersModule {}
