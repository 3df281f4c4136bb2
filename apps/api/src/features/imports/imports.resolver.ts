import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ImportAction, ImportRowFilter, importMachine } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor, type GqlContext } from '../../platform/auth/allow.js';
import { actionsFor } from '../../platform/graphql/actions.js';
import { pageInput, type Page, type PageInput } from '../../platform/graphql/paged.js';
import { RecordId } from '../../platform/graphql/record-id.js';
import { gqlEnum, Input } from '../../platform/graphql/zod-input.js';
import { User } from '../accounts/user.entity.js';
import { ImportLists } from './import-lists.service.js';
import type { ImportRow } from './import-row.entity.js';
import { ImportPage, ImportRowPage } from './import-types.js';
import { Import } from './import.entity.js';

@Resolver(() => Import)
export class ImportsResolver {
  constructor(private readonly lists: ImportLists) {}

  @Allow('import.run')
  @Query(() => Import)
  import(@CurrentActor() actor: Actor, @RecordId() id: string): Promise<Import> {
    return this.lists.byId(id, actor);
  }

  @Allow('import.run')
  @Query(() => ImportPage)
  imports(@CurrentActor() actor: Actor, @Input(pageInput, 'page') page: PageInput): Promise<Page<Import>> {
    return this.lists.mine(actor, page);
  }

  @Allow('import.run')
  @Query(() => ImportRowPage)
  importRows(
    @CurrentActor() actor: Actor,
    @RecordId('importId') importId: string,
    @Args('only', { type: () => gqlEnum(ImportRowFilter) }) only: ImportRowFilter,
    @Input(pageInput, 'page') page: PageInput,
  ): Promise<Page<ImportRow>> {
    return this.lists.rows(actor, importId, only, page);
  }

  @ResolveField(() => [gqlEnum(ImportAction)])
  availableActions(@Parent() row: Import, @Context() { actor }: GqlContext): ImportAction[] {
    return actionsFor(importMachine, Import, row, actor);
  }

  /** Who handed the file in. */
  @ResolveField(() => String, { nullable: true })
  async creatorName(@Parent() row: Import, @Context() { loaders }: GqlContext): Promise<string | null> {
    return (await loaders.byId(User, row.createdBy))?.name ?? null;
  }
}
