import { Module } from '@nestjs/common';
import { ContractsModule } from '../contracts/contracts.module.js';
import { LedgerModule } from '../ledger/ledger.module.js';
import { AgreedContracts } from './agreed-contracts.service.js';
import { Mandates } from './mandates.service.js';
import { MandatesResolver } from './mandates.resolver.js';
import { NegotiationContacts } from './negotiation-contacts.service.js';
import { NegotiationFieldsResolver } from './negotiation-fields.resolver.js';
import { NegotiationMail } from './negotiation-mail.service.js';
import { NegotiationOpening } from './negotiation-opening.service.js';
import { NegotiationRoom } from './negotiation-room.service.js';
import { NegotiationsResolver } from './negotiations.resolver.js';
import { Negotiations } from './negotiations.service.js';
import { Parties } from './parties.js';
import { TermSheets } from './term-sheets.service.js';

@Module({
  imports: [ContractsModule, LedgerModule],
  providers: [
    AgreedContracts,
    Mandates,
    MandatesResolver,
    NegotiationContacts,
    NegotiationFieldsResolver,
    NegotiationMail,
    NegotiationOpening,
    NegotiationRoom,
    Negotiations,
    NegotiationsResolver,
    Parties,
    TermSheets,
  ],
  exports: [AgreedContracts, Mandates, NegotiationOpening, NegotiationRoom, Parties, TermSheets],
})
export class NegotiationsModule {}
