import { Mutation, Query, Resolver } from '@nestjs/graphql';
import { dictionaryDraft, type DictionaryDraft } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor } from '../../platform/auth/allow.js';
import { Input } from '../../platform/graphql/zod-input.js';
import { DictionaryEdition } from './dictionary-edition.entity.js';
import { Dictionary } from './dictionary.service.js';

@Resolver(() => DictionaryEdition)
export class DictionaryResolver {
  constructor(private readonly dictionary: Dictionary) {}

  /** The last fifty editions; the first is in force. */
  @Allow('dictionary.read')
  @Query(() => [DictionaryEdition])
  dictionaryEditions(@CurrentActor() actor: Actor): Promise<DictionaryEdition[]> {
    return this.dictionary.editions(actor);
  }

  @Allow('dictionary.publish')
  @Mutation(() => DictionaryEdition)
  publishDictionary(@CurrentActor() actor: Actor, @Input(dictionaryDraft) input: DictionaryDraft): Promise<DictionaryEdition> {
    return this.dictionary.publish(actor, input);
  }
}
