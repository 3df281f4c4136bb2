import { Args, Field, Int, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import type { z } from 'zod';
import {
  negotiationMessage,
  NegotiationSide,
  NegotiationStatus,
  termAcceptance,
  termProposal,
  type TermAcceptance,
  type TermProposal,
} from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor } from '../../platform/auth/allow.js';
import { Db } from '../../platform/db/db.js';
import { StoredFile } from '../../platform/files/stored-file.entity.js';
import { Paged, pageInput, type Page, type PageInput } from '../../platform/graphql/paged.js';
import { RecordId } from '../../platform/graphql/record-id.js';
import { gqlEnum, Input } from '../../platform/graphql/zod-input.js';
import { AgreedContracts } from './agreed-contracts.service.js';
import { NegotiationContacts, type PartyContact } from './negotiation-contacts.service.js';
import { NegotiationMessage } from './negotiation-message.entity.js';
import { NegotiationRoom } from './negotiation-room.service.js';
import { Negotiation } from './negotiation.entity.js';
import { Negotiations } from './negotiations.service.js';
import { TermSheets } from './term-sheets.service.js';

@ObjectType()
class NegotiationContact {
  @Field(() => gqlEnum(NegotiationSide))
  side!: NegotiationSide;

  @Field(() => String)
  organisationName!: string;

  @Field(() => String, { nullable: true })
  name!: string | null;

  @Field(() => String, { nullable: true })
  phone!: string | null;
}
const NegotiationPage = Paged<Negotiation>(Negotiation, 'NegotiationPage');

@Resolver()
export class NegotiationsResolver {
  constructor(
    private readonly db: Db,
    private readonly talks: Negotiations,
    private readonly room: NegotiationRoom,
    private readonly sheets: TermSheets,
    private readonly agreed: AgreedContracts,
    private readonly contacts: NegotiationContacts,
  ) {}

  @Allow('negotiation.read')
  @Query(() => Negotiation)
  negotiation(@CurrentActor() actor: Actor, @RecordId() id: string): Promise<Negotiation> {
    return this.talks.byId(actor, id);
  }

  @Allow('negotiation.read')
  @Query(() => NegotiationPage)
  negotiations(
    @CurrentActor() actor: Actor,
    @Input(pageInput, 'page') page: PageInput,
    @Args('status', { type: () => gqlEnum(NegotiationStatus), nullable: true }) status: NegotiationStatus | null,
  ): Promise<Page<Negotiation>> {
    return this.talks.list(actor, status ?? null, page);
  }

  @Allow('negotiation.read')
  @Query(() => [NegotiationMessage])
  negotiationMessages(
    @CurrentActor() actor: Actor,
    @RecordId('negotiationId') negotiationId: string,
    @RecordId('before', { nullable: true }) before: string | null,
  ): Promise<NegotiationMessage[]> {
    return this.talks.messages(actor, negotiationId, before ?? null);
  }

  /** Whom to call. Reading the other side's contact is recorded. */
  @Allow('negotiation.read')
  @Query(() => [NegotiationContact])
  negotiationContacts(@CurrentActor() actor: Actor, @RecordId('negotiationId') negotiationId: string): Promise<PartyContact[]> {
    return this.db.run(actor, (tx) => this.contacts.read(tx, negotiationId));
  }

  @Allow('negotiation.write')
  @Mutation(() => NegotiationMessage)
  writeNegotiationMessage(
    @CurrentActor() actor: Actor,
    @Input(negotiationMessage) input: z.output<typeof negotiationMessage>,
  ): Promise<NegotiationMessage> {
    return this.db.run(actor, (tx) => this.room.write(tx, input.negotiationId, input.text));
  }

  @Allow('negotiation.write')
  @Mutation(() => StoredFile)
  addNegotiationFile(
    @CurrentActor() actor: Actor,
    @RecordId('negotiationId') negotiationId: string,
    @RecordId('fileId') fileId: string,
  ): Promise<StoredFile> {
    return this.db.run(actor, (tx) => this.room.addFile(tx, negotiationId, fileId));
  }

  @Allow('termSheet.write')
  @Mutation(() => Negotiation)
  closeNegotiation(
    @CurrentActor() actor: Actor,
    @RecordId() id: string,
    @Args('version', { type: () => Int }) version: number,
  ): Promise<Negotiation> {
    return this.db.run(actor, (tx) => this.room.close(tx, { id, version }));
  }

  @Allow('termSheet.write')
  @Mutation(() => Negotiation)
  proposeTerms(@CurrentActor() actor: Actor, @Input(termProposal) input: TermProposal): Promise<Negotiation> {
    return this.db.run(actor, (tx) => this.sheets.propose(tx, input));
  }

  @Allow('termSheet.confirm')
  @Mutation(() => Negotiation)
  acceptTerms(@CurrentActor() actor: Actor, @Input(termAcceptance) input: TermAcceptance): Promise<Negotiation> {
    return this.db.run(actor, (tx) => this.sheets.accept(tx, input));
  }

  /** The contract's draft from the agreed terms; the talk names its id. */
  @Allow('contract.write')
  @Mutation(() => Negotiation)
  draftContractFromTermSheet(@CurrentActor() actor: Actor, @RecordId('negotiationId') negotiationId: string): Promise<Negotiation> {
    return this.db.run(actor, (tx) => this.agreed.draft(tx, negotiationId));
  }
}
