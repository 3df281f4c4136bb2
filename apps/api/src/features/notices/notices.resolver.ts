import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { z } from 'zod';
import { noticeContent, noticeObjection, objectionAnswer, parse, PublicNoticeStatus, reasonGiven } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor } from '../../platform/auth/allow.js';
import { Db } from '../../platform/db/db.js';
import { Paged, pageInput, type Page, type PageInput } from '../../platform/graphql/paged.js';
import { RecordId } from '../../platform/graphql/record-id.js';
import { gqlEnum, Input } from '../../platform/graphql/zod-input.js';
import { NoticeDrafting } from './notice-drafting.service.js';
import { NoticeLists } from './notice-lists.service.js';
import { NoticeObjections } from './notice-objections.service.js';
import { NoticePublication } from './notice-publication.service.js';
import { PublicNotice } from './public-notice.entity.js';

const PublicNoticePage = Paged<PublicNotice>(PublicNotice, 'PublicNoticePage');
const Version = () => Args('version', { type: () => Int });
type Content = z.output<typeof noticeContent>;

@Resolver(() => PublicNotice)
export class NoticesResolver {
  constructor(
    private readonly db: Db,
    private readonly lists: NoticeLists,
    private readonly drafting: NoticeDrafting,
    private readonly publication: NoticePublication,
    private readonly objections: NoticeObjections,
  ) {}

  @Allow('public.read')
  @Query(() => PublicNotice)
  publicNotice(@CurrentActor() actor: Actor, @RecordId() id: string): Promise<PublicNotice> {
    return this.lists.open(actor, id);
  }

  @Allow('public.read')
  @Query(() => PublicNoticePage)
  publicNotices(
    @CurrentActor() actor: Actor,
    @Args('status', { type: () => gqlEnum(PublicNoticeStatus), nullable: true }) status: PublicNoticeStatus | null,
    @Input(pageInput, 'page') page: PageInput,
  ): Promise<Page<PublicNotice>> {
    return this.lists.published(actor, status ?? null, page);
  }

  @Allow('notice.write')
  @Query(() => PublicNoticePage)
  myNotices(@CurrentActor() actor: Actor, @Input(pageInput, 'page') page: PageInput): Promise<Page<PublicNotice>> {
    return this.lists.own(actor, page);
  }

  @Allow('notice.write')
  @Mutation(() => PublicNotice)
  createNotice(@CurrentActor() actor: Actor, @Input(noticeContent) input: Content): Promise<PublicNotice> {
    return this.db.run(actor, (tx) => this.drafting.create(tx, input));
  }

  @Allow('notice.write')
  @Mutation(() => PublicNotice)
  editNotice(
    @CurrentActor() actor: Actor,
    @RecordId() id: string,
    @Version() version: number,
    @Input(noticeContent) input: Content,
  ): Promise<PublicNotice> {
    return this.db.run(actor, (tx) => this.drafting.edit(tx, { id, version }, input));
  }

  @Allow('notice.write')
  @Mutation(() => PublicNotice)
  publishNotice(@CurrentActor() actor: Actor, @RecordId() id: string, @Version() version: number): Promise<PublicNotice> {
    return this.db.run(actor, (tx) => this.publication.publish(tx, { id, version }));
  }

  @Allow('notice.write')
  @Mutation(() => PublicNotice)
  reviseNotice(
    @CurrentActor() actor: Actor,
    @RecordId() id: string,
    @Version() version: number,
    @Input(noticeContent) input: Content,
  ): Promise<PublicNotice> {
    return this.db.run(actor, (tx) => this.publication.revise(tx, { id, version }, input));
  }

  @Allow('notice.write')
  @Mutation(() => PublicNotice)
  withdrawNotice(
    @CurrentActor() actor: Actor,
    @RecordId() id: string,
    @Version() version: number,
    @Args('reason') reason: string,
  ): Promise<PublicNotice> {
    return this.db.run(actor, (tx) => this.publication.withdraw(tx, { id, version }, parse(reasonGiven, { reason }).reason));
  }

  /** The receipt number: what the objector keeps. */
  @Allow('notice.object')
  @Mutation(() => String)
  async objectToNotice(@CurrentActor() actor: Actor, @Input(noticeObjection) input: z.output<typeof noticeObjection>): Promise<string> {
    return (await this.db.run(actor, (tx) => this.objections.object(tx, input))).receipt;
  }

  @Allow('notice.write')
  @Mutation(() => PublicNotice)
  answerObjection(@CurrentActor() actor: Actor, @Input(objectionAnswer) input: z.output<typeof objectionAnswer>): Promise<PublicNotice> {
    return this.db.run(actor, (tx) => this.objections.answer(tx, input));
  }
}
