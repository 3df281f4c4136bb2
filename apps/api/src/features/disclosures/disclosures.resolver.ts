import { Mutation, Query, Resolver } from '@nestjs/graphql';
import { disclosureInput, type DisclosureText as Disclosure } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor } from '../../platform/auth/allow.js';
import { RecordId } from '../../platform/graphql/record-id.js';
import { Input } from '../../platform/graphql/zod-input.js';
import { DisclosureGuesses, DisclosureText } from './disclosure-types.js';
import { Disclosures } from './disclosures.service.js';

@Resolver()
export class DisclosuresResolver {
  constructor(private readonly disclosures: Disclosures) {}

  @Allow('achievement.write')
  @Mutation(() => DisclosureText)
  readDisclosure(@CurrentActor() actor: Actor, @RecordId('fileId') fileId: string): Promise<DisclosureText> {
    return this.disclosures.read(actor, fileId);
  }

  @Allow('achievement.write')
  @Query(() => DisclosureGuesses)
  disclosureGuesses(@Input(disclosureInput) { text }: Disclosure): DisclosureGuesses {
    return this.disclosures.guess(text);
  }
}
