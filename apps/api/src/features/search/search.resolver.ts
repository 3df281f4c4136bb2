import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { SearchKind, searchQuery, type SearchQuery } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor } from '../../platform/auth/allow.js';
import { gqlEnum, Input } from '../../platform/graphql/zod-input.js';
import { SearchService } from './search.service.js';
import { SearchHit, SearchResult, SearchStatus } from './search.types.js';

const mostLatest = 20;

@Resolver(() => SearchResult)
export class SearchResolver {
  constructor(private readonly service: SearchService) {}

  @Allow('public.read')
  @Query(() => SearchResult)
  search(@CurrentActor() actor: Actor, @Input(searchQuery) input: SearchQuery): Promise<SearchResult> {
    return this.service.search(actor, input);
  }

  @Allow('public.read')
  @Query(() => [SearchHit])
  latestPublished(
    @CurrentActor() actor: Actor,
    @Args('kind', { type: () => gqlEnum(SearchKind) }) kind: SearchKind,
    @Args('size', { type: () => Int, defaultValue: 6 }) size: number,
  ): Promise<SearchHit[]> {
    return this.service.latest(actor, kind, Math.min(Math.max(size, 1), mostLatest));
  }

  @Allow('job.read')
  @Query(() => SearchStatus)
  searchStatus(): Promise<SearchStatus> {
    return this.service.status();
  }
}
