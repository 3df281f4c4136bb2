import { Query, Resolver } from '@nestjs/graphql';
import { contractFilter, type ContractFilter } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor } from '../../platform/auth/allow.js';
import { pageInput, type Page, type PageInput } from '../../platform/graphql/paged.js';
import { RecordId } from '../../platform/graphql/record-id.js';
import { Input } from '../../platform/graphql/zod-input.js';
import { ContractLists } from './contract-lists.service.js';
import { ContractPage } from './contract-types.js';
import { TechnologyContract } from './technology-contract.entity.js';

@Resolver()
export class ContractsResolver {
  constructor(private readonly lists: ContractLists) {}

  @Allow('contract.read')
  @Query(() => TechnologyContract)
  contract(@CurrentActor() actor: Actor, @RecordId() id: string): Promise<TechnologyContract> {
    return this.lists.byId(id, actor);
  }

  @Allow('contract.read')
  @Query(() => ContractPage)
  myContracts(
    @CurrentActor() actor: Actor,
    @Input(contractFilter, 'filter') filter: ContractFilter,
    @Input(pageInput, 'page') page: PageInput,
  ): Promise<Page<TechnologyContract>> {
    return this.lists.mine(actor, filter, page);
  }
}
