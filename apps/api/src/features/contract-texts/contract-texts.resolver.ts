import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { contractTextDraft, SignedCopyKind, type ContractTextDraft } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor } from '../../platform/auth/allow.js';
import { Db } from '../../platform/db/db.js';
import { RecordId } from '../../platform/graphql/record-id.js';
import { gqlEnum, Input } from '../../platform/graphql/zod-input.js';
import { TechnologyContract } from '../contracts/technology-contract.entity.js';
import { ContractTextView } from './contract-text-types.js';
import { ContractTexts } from './contract-texts.service.js';
import { SignedCopies } from './signed-copies.service.js';
import { SignedCopy } from './signed-copy.entity.js';

@Resolver()
export class ContractTextsResolver {
  constructor(
    private readonly db: Db,
    private readonly texts: ContractTexts,
    private readonly copies: SignedCopies,
  ) {}

  @Allow('contract.read')
  @Query(() => ContractTextView)
  contractText(@CurrentActor() actor: Actor, @RecordId('contractId') contractId: string): Promise<ContractTextView> {
    return this.texts.view(actor, contractId);
  }

  @Allow('contract.write')
  @Mutation(() => TechnologyContract)
  saveContractText(
    @CurrentActor() actor: Actor,
    @RecordId() id: string,
    @Args('version', { type: () => Int }) version: number,
    @Input(contractTextDraft) input: ContractTextDraft,
  ): Promise<TechnologyContract> {
    return this.db.run(actor, (tx) => this.texts.save(tx, { id, version }, input));
  }

  @Allow('contract.write')
  @Mutation(() => SignedCopy)
  addSignedCopy(
    @CurrentActor() actor: Actor,
    @RecordId('contractId') contractId: string,
    @RecordId('fileId') fileId: string,
    @Args('kind', { type: () => gqlEnum(SignedCopyKind) }) kind: SignedCopyKind,
  ): Promise<SignedCopy> {
    return this.db.run(actor, (tx) => this.copies.add(tx, contractId, fileId, kind));
  }
}
