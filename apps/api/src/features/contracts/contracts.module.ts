import { Module } from '@nestjs/common';
import { BrokerQuestionsModule } from '../broker-questions/broker-questions.module.js';
import { RulesModule } from '../rules/rules.module.js';
import { ContractAgreement } from './contract-agreement.service.js';
import { ContractAmounts } from './contract-amounts.service.js';
import { ContractChecks } from './contract-checks.service.js';
import { ContractDeadlines } from './contract-deadlines.service.js';
import { ContractDrafting } from './contract-drafting.service.js';
import { ContractFieldsResolver } from './contract-fields.resolver.js';
import { ContractFiles } from './contract-files.service.js';
import { ContractLedgerCheck } from './contract-ledger-check.service.js';
import { ContractLists } from './contract-lists.service.js';
import { ContractMails } from './contract-mails.service.js';
import { ContractRegistration } from './contract-registration.service.js';
import { ContractReviewing } from './contract-reviewing.service.js';
import { ContractWritingResolver } from './contract-writing.resolver.js';
import { ContractsResolver } from './contracts.resolver.js';
import { LedgerModule } from '../ledger/ledger.module.js';
import { PublicRegisterResolver } from './public-register.resolver.js';
import { PublicRegister } from './public-register.service.js';
import { ReviewDeskResolver } from './review-desk.resolver.js';

@Module({
  imports: [RulesModule, LedgerModule, BrokerQuestionsModule],
  providers: [
    ContractsResolver,
    ContractFieldsResolver,
    ContractWritingResolver,
    ReviewDeskResolver,
    PublicRegisterResolver,
    ContractDrafting,
    ContractAgreement,
    ContractFiles,
    ContractReviewing,
    ContractRegistration,
    ContractLists,
    ContractChecks,
    ContractLedgerCheck,
    ContractAmounts,
    ContractDeadlines,
    ContractMails,
    PublicRegister,
  ],
  exports: [PublicRegister, ContractDrafting, ContractAgreement, ContractReviewing, ContractRegistration, ContractAmounts, ContractDeadlines],
})
export class ContractsModule {}
