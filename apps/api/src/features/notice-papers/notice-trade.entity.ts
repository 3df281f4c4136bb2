import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, Index } from 'typeorm';
import { TradeOutcome } from '@jihui/domain';
import { hasRole, type Actor } from '../../platform/auth/actor.js';
import { defineAccess } from '../../platform/db/access.js';
import { Paper } from '../../platform/db/paper.js';
import { defineFileSubject } from '../../platform/files/file-subjects.js';
import { restricted } from '../../platform/graphql/restricted.js';
import { FenScalar } from '../../platform/graphql/scalars.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';

/** The outcome of a 挂牌 or 拍卖, public without those who did not win. Append-only, as the decisions are; the paper is the owner's. */
@ObjectType()
@Entity('notice_trade')
@Index(['noticeId', 'createdAt'])
@Check('trade_days', '"listedFrom" <= "listedUntil"')
@Check('trade_outcome', `(outcome = 'SOLD') = ("dealPrice" is not null) and (outcome = 'SOLD') <= ("dealPrice" > 0 and buyer is not null and bidders > 0 and "fileId" is not null)`)
export class NoticeTrade extends Paper {
  @Field(() => ID)
  @Column('uuid')
  noticeId!: string;

  @Column('uuid')
  organisationId!: string;

  @Field(() => String)
  @Column('text')
  venue!: string;

  @Field(() => String)
  @Column('text')
  lotNo!: string;

  @Field(() => String)
  @Column('date')
  listedFrom!: string;

  @Field(() => String)
  @Column('date')
  listedUntil!: string;

  @Field(() => Int)
  @Column('int')
  bidders!: number;

  @Field(() => gqlEnum(TradeOutcome))
  @Column('text')
  outcome!: TradeOutcome;

  @Field(() => FenScalar, { nullable: true })
  @Column('bigint', { nullable: true })
  dealPrice!: string | null;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  buyer!: string | null;

  @Field(() => ID, { nullable: true, middleware: [restricted] })
  @Column('uuid', { nullable: true })
  fileId!: string | null;

  @Field(() => String, { nullable: true, middleware: [restricted] })
  @Column('text', { nullable: true })
  fileName!: string | null;

  /** Of the confirmation paper's bytes: whoever holds the paper may compare it. */
  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  sha256!: string | null;
}

const isOwner = (actor: Actor, t: { organisationId: string }): boolean =>
  t.organisationId === actor.organisationId && hasRole(actor, 'UNIT_TTO');

// As public as its notice, which is no draft any more when it has an outcome.
defineAccess(NoticeTrade, { visibleTo: () => ({ sql: 'true' }), isInsider: isOwner });
defineFileSubject('noticeTrade', (subjectColumn, actor) => ({
  sql: `exists (select 1 from notice_trade traded where traded.id = ${subjectColumn} and traded."organisationId" = :tradeFileOrg and :tradeFileIsTto)`,
  params: { tradeFileOrg: actor.organisationId, tradeFileIsTto: hasRole(actor, 'UNIT_TTO') },
}));
