import { Module } from '@nestjs/common';
import { ContractsModule } from '../contracts/contracts.module.js';
import { CertificatesController } from './certificates.controller.js';
import { ContractDocumentsController } from './contract-documents.controller.js';
import { ContractTextsResolver } from './contract-texts.resolver.js';
import { ContractTexts } from './contract-texts.service.js';
import { NationalForms } from './national-form.service.js';
import { NoSignatureAuthority, SignatureAuthority } from './signature-authority.js';
import { SignedCopies } from './signed-copies.service.js';

/** The text of contracts: drafting, checking, printing, and signed copies. */
@Module({
  imports: [ContractsModule],
  controllers: [ContractDocumentsController, CertificatesController],
  providers: [ContractTextsResolver, ContractTexts, NationalForms, SignedCopies, { provide: SignatureAuthority, useClass: NoSignatureAuthority }],
  exports: [ContractTexts],
})
export class ContractTextsModule {}
