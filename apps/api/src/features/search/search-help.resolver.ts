import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { dictionaryDraft, searchQuery, type DictionaryDraft, type SearchQuery } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor } from '../../platform/auth/allow.js';
import { Input } from '../../platform/graphql/zod-input.js';
import { DictionaryPreviews } from './dictionary-preview.js';
import { DictionaryPreview } from './dictionary-preview.types.js';
import { SearchHelp } from './search-help.service.js';
import { ComparedItem, LooserQuery, Suggestion } from './search-help.types.js';
import { Suggestions } from './suggestions.service.js';

const longestTyped = 60;

/** What goes with the search: suggestions, a way on from an empty list, items side by side, and what another dictionary would find. */
@Resolver(() => Suggestion)
export class SearchHelpResolver {
  constructor(
    private readonly suggestions: Suggestions,
    private readonly help: SearchHelp,
    private readonly previews: DictionaryPreviews,
  ) {}

  @Allow('public.read')
  @Query(() => [Suggestion])
  searchSuggestions(@CurrentActor() actor: Actor, @Args('text', { type: () => String }) text: string): Promise<Suggestion[]> {
    return this.suggestions.suggest(actor, text.slice(0, longestTyped));
  }

  @Allow('public.read')
  @Query(() => LooserQuery, { nullable: true })
  looserQuery(@Input(searchQuery) input: SearchQuery): Promise<LooserQuery | null> {
    return this.help.looser(input);
  }

  @Allow('public.read')
  @Query(() => [ComparedItem])
  comparedItems(@CurrentActor() actor: Actor, @Args('ids', { type: () => [ID] }) ids: string[]): Promise<ComparedItem[]> {
    return this.help.compare(actor, ids);
  }

  /** What a draft of the dictionary would alter; nothing is kept. */
  @Allow('dictionary.read')
  @Query(() => DictionaryPreview)
  dictionaryPreview(@CurrentActor() actor: Actor, @Input(dictionaryDraft) input: DictionaryDraft): Promise<DictionaryPreview> {
    return this.previews.preview(actor, input);
  }
}
