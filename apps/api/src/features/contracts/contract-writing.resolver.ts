import { Args, Int, Mutation, Resolver } from '@nestjs/graphql';
import { contractCreate, contractDraft, type ContractContent, type ContractCreate } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor } from '../../platform/auth/allow.js';
import { Db } from '../../platform/db/db.js';
import { RecordId } from '../../platform/graphql/record-id.js';
import { Input } from '../../platform/graphql/zod-input.js';
import { ContractAgreement } from './contract-agreement.service.js';
import { ContractDrafting } from './contract-drafting.service.js';
import { ContractFiles } from './contract-files.service.js';
import { TechnologyContract } from './technology-contract.entity.js';

const Version = () => Args('version', { type: () => Int });

/** What the parties do. */
@Resolver()
export class ContractWritingResolver {
  constructor(
    private readonly db: Db,
    private readonly drafting: ContractDrafting,
    private readonly agreement: ContractAgreement,
    private readonly files: ContractFiles,
  ) {}

  @Allow('contract.write')
  @Mutation(() => TechnologyContract)
  createContract(@CurrentActor() actor: Actor, @Input(contractCreate) input: ContractCreate): Promise<TechnologyContract> {
    return this.db.run(actor, (tx) => this.drafting.create(tx, input));
  }

  @Allow('contract.write')
  @Mutation(() => TechnologyContract)
  editContract(
    @CurrentActor() actor: Actor,
    @RecordId() id: string,
    @Version() version: number,
    @Input(contractDraft) input: ContractContent,
  ): Promise<TechnologyContract> {
    return this.db.run(actor, (tx) => this.drafting.edit(tx, { id, version }, input));
  }

  @Allow('contract.confirm')
  @Mutation(() => TechnologyContract)
  confirmContract(@CurrentActor() actor: Actor, @RecordId() id: string, @Version() version: number): Promise<TechnologyContract> {
    return this.db.run(actor, (tx) => this.agreement.confirm(tx, { id, version }));
  }

  @Allow('contract.submit')
  @Mutation(() => TechnologyContract)
  submitContract(@CurrentActor() actor: Actor, @RecordId() id: string, @Version() version: number): Promise<TechnologyContract> {
    return this.db.run(actor, (tx) => this.agreement.submit(tx, { id, version }));
  }

  @Allow('contract.write')
  @Mutation(() => TechnologyContract)
  cancelContract(@CurrentActor() actor: Actor, @RecordId() id: string, @Version() version: number): Promise<TechnologyContract> {
    return this.db.run(actor, (tx) => this.agreement.cancel(tx, { id, version }));
  }

  @Allow('contract.write')
  @Mutation(() => TechnologyContract)
  attachContractFile(
    @CurrentActor() actor: Actor,
    @RecordId() id: string,
    @RecordId('fileId') fileId: string,
  ): Promise<TechnologyContract> {
    return this.db.run(actor, (tx) => this.files.attach(tx, id, fileId));
  }

  @Allow('contract.write')
  @Mutation(() => TechnologyContract)
  removeContractFile(
    @CurrentActor() actor: Actor,
    @RecordId() id: string,
    @RecordId('fileId') fileId: string,
  ): Promise<TechnologyContract> {
    return this.db.run(actor, (tx) => this.files.remove(tx, id, fileId));
  }
}
