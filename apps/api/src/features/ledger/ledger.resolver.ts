import { Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/auth/allow.js';
import { pageInput, type Page, type PageInput } from '../../platform/graphql/paged.js';
import { Input } from '../../platform/graphql/zod-input.js';
import { LedgerLists } from './ledger-lists.service.js';
import { LedgerRootPage, LedgerState, type PublishedRoot } from './ledger-types.js';

@Resolver()
export class LedgerResolver {
  constructor(private readonly lists: LedgerLists) {}

  @Allow('public.read')
  @Query(() => LedgerState)
  ledger(): Promise<LedgerState> {
    return this.lists.state();
  }

  @Allow('public.read')
  @Query(() => LedgerRootPage)
  ledgerRoots(@Input(pageInput, 'page') page: PageInput): Promise<Page<PublishedRoot>> {
    return this.lists.roots(page);
  }
}
