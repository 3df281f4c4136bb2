import { Context, Field, Mutation, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { noticeDecision, NoticeFindingCode, noticeTrade, papersInForce, type NoticeDecisionInput, type NoticeTradeInput } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor, type GqlContext } from '../../platform/auth/allow.js';
import { accessOf } from '../../platform/db/access.js';
import { Db } from '../../platform/db/db.js';
import { restricted } from '../../platform/graphql/restricted.js';
import { gqlEnum, Input } from '../../platform/graphql/zod-input.js';
import { PublicNotice } from '../notices/public-notice.entity.js';
import { NoticeDecision } from './notice-decision.entity.js';
import { readNoticePapers } from './notice-papers-reading.js';
import { NoticePapers } from './notice-papers.service.js';
import { NoticeTrade } from './notice-trade.entity.js';

/** What is missing in the papers of a notice, or does not agree. */
@ObjectType('NoticeFinding')
export class NoticeFindingType {
  @Field(() => gqlEnum(NoticeFindingCode))
  code!: NoticeFindingCode;

  @Field(() => String, { nullable: true })
  stated!: string | null;

  @Field(() => String, { nullable: true })
  found!: string | null;
}

@Resolver(() => PublicNotice)
export class NoticePapersResolver {
  constructor(
    private readonly db: Db,
    private readonly papers: NoticePapers,
  ) {}

  @Allow('notice.write')
  @Mutation(() => NoticeDecision)
  enterNoticeDecision(@CurrentActor() actor: Actor, @Input(noticeDecision) input: NoticeDecisionInput): Promise<NoticeDecision> {
    return this.db.run(actor, (tx) => this.papers.enterDecision(tx, input));
  }

  @Allow('notice.write')
  @Mutation(() => NoticeTrade)
  enterNoticeTrade(@CurrentActor() actor: Actor, @Input(noticeTrade) input: NoticeTradeInput): Promise<NoticeTrade> {
    return this.db.run(actor, (tx) => this.papers.enterTrade(tx, input));
  }

  /** For the owner; everybody else reads null. */
  @ResolveField(() => [NoticeDecision], { nullable: true, middleware: [restricted] })
  async decisions(@Parent() row: PublicNotice): Promise<NoticeDecision[]> {
    return (await readNoticePapers(this.db.em, row)).decisions;
  }

  @ResolveField(() => [NoticeFindingType], { nullable: true, middleware: [restricted] })
  async findings(@Parent() row: PublicNotice): Promise<NoticeFindingType[]> {
    return (await readNoticePapers(this.db.em, row)).findings;
  }

  /** The owner reads all of them, the public those that nothing corrects. */
  @ResolveField(() => [NoticeTrade])
  async trades(@Parent() row: PublicNotice, @Context() { actor }: GqlContext): Promise<NoticeTrade[]> {
    const trades = await this.db.em.find(NoticeTrade, { where: { noticeId: row.id }, order: { createdAt: 'ASC', id: 'ASC' } });
    return accessOf(PublicNotice).isInsider?.(actor, row) ? trades : papersInForce(trades);
  }
}
