import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { NdaBox, tierEdit, tierRef, TierSubject, type TierEdit, type TierRef } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor } from '../../platform/auth/allow.js';
import { Db } from '../../platform/db/db.js';
import { pageInput, type Page, type PageInput } from '../../platform/graphql/paged.js';
import { RecordId } from '../../platform/graphql/record-id.js';
import { gqlEnum, Input } from '../../platform/graphql/zod-input.js';
import { ConfidentialPart } from './confidential-part.entity.js';
import { TierLists } from './tier-lists.service.js';
import type { TierOpening } from './tier-opening.entity.js';
import { TierReading } from './tier-reading.service.js';
import { ConfidentialPartView, TierOpeningPage } from './tier-types.js';
import { TierWriting } from './tier-writing.service.js';

const Kind = () => Args('subjectKind', { type: () => gqlEnum(TierSubject) });

@Resolver()
export class TiersResolver {
  constructor(
    private readonly db: Db,
    private readonly lists: TierLists,
    private readonly reading: TierReading,
    private readonly writing: TierWriting,
  ) {}

  /** The confidential parts of what the reader sees, as he stands to them. */
  @Allow('public.read')
  @Query(() => [ConfidentialPartView])
  confidentialParts(
    @CurrentActor() actor: Actor,
    @Kind() subjectKind: TierSubject,
    @RecordId('subjectId') subjectId: string,
  ): Promise<ConfidentialPartView[]> {
    return this.lists.parts(actor, subjectKind, subjectId);
  }

  @Allow('nda.read')
  @Query(() => TierOpeningPage)
  tierOpenings(
    @CurrentActor() actor: Actor,
    @Args('box', { type: () => gqlEnum(NdaBox) }) box: NdaBox,
    @RecordId('subjectId', { nullable: true }) subjectId: string | null,
    @Input(pageInput, 'page') page: PageInput,
  ): Promise<Page<TierOpening>> {
    return this.lists.openings(actor, box, subjectId ?? null, page);
  }

  /** Opens the text; a mutation, since it leaves a line in the log each time. */
  @Allow('tier.open')
  @Mutation(() => String)
  openConfidentialText(@CurrentActor() actor: Actor, @Input(tierRef) input: TierRef): Promise<string> {
    return this.db.run(actor, (tx) => this.reading.openText(tx, input));
  }

  @Allow('tier.write')
  @Mutation(() => ConfidentialPart)
  saveConfidentialPart(@CurrentActor() actor: Actor, @Input(tierEdit) input: TierEdit): Promise<ConfidentialPart> {
    return this.db.run(actor, (tx) => this.writing.save(tx, input));
  }

  @Allow('tier.write')
  @Mutation(() => ConfidentialPart)
  addConfidentialFile(
    @CurrentActor() actor: Actor,
    @Kind() subjectKind: TierSubject,
    @RecordId('subjectId') subjectId: string,
    @RecordId('fileId') fileId: string,
  ): Promise<ConfidentialPart> {
    return this.db.run(actor, (tx) => this.writing.addFile(tx, subjectKind, subjectId, fileId));
  }

  @Allow('tier.write')
  @Mutation(() => ConfidentialPart)
  removeConfidentialFile(@CurrentActor() actor: Actor, @RecordId('fileId') fileId: string): Promise<ConfidentialPart> {
    return this.db.run(actor, (tx) => this.writing.removeFile(tx, fileId));
  }
}
