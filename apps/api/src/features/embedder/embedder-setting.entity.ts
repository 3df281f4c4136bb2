import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, type EntityManager } from 'typeorm';
import { EmbedderKind, embedderName } from '@jihui/domain';
import { may } from '../../platform/auth/actor.js';
import { defineAccess, everything, nothing } from '../../platform/db/access.js';
import { nameAuditSubjects } from '../../platform/db/audit-subjects.js';
import { Versioned } from '../../platform/db/versioned.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';

/** 嵌入模型设置: how the embedder is asked from one day to the next. By trigger never changed afterwards; the highest number is in force, none means off. */
@ObjectType()
@Entity('embedder_setting')
export class EmbedderSetting extends Versioned {
  @Field(() => Int)
  @Column('int', { unique: true })
  number!: number;

  @Field(() => Boolean)
  @Column('boolean')
  isOn!: boolean;

  @Field(() => gqlEnum(EmbedderKind))
  @Column('text')
  kind!: EmbedderKind;

  @Field(() => String)
  @Column('text')
  url!: string;

  @Field(() => String)
  @Column('text')
  model!: string;

  @Field(() => Int)
  @Column('int')
  timeLimitMs!: number;

  @Field(() => String, { nullable: true })
  @Column('text', { nullable: true })
  setBy!: string | null;
}

nameAuditSubjects(['embedder'], { table: 'embedder_setting', column: 'model' });

// One market has one embedder: every branch reads which, and the office that runs the installation sets it.
defineAccess(EmbedderSetting, {
  visibleTo: (_alias, actor) => (may(actor, 'embedder.read') ? everything : nothing),
  rowRules: { 'embedder.set': () => true },
});

/** The setting in force, whether on or off; null as long as nobody has set one. */
export function latestSetting(em: EntityManager): Promise<EmbedderSetting | null> {
  return em.createQueryBuilder(EmbedderSetting, 's').orderBy('s.number', 'DESC').limit(1).getOne();
}

/** The name of the vectors that count now; null while the embedder is off. */
export async function embedderInUse(em: EntityManager): Promise<string | null> {
  const setting = await latestSetting(em);
  return setting?.isOn ? embedderName(setting) : null;
}
