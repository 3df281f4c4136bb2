import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, ForeignKey, type EntityManager } from 'typeorm';
import { DigestRhythm } from '@jihui/domain';
import { defineAccess } from '../../platform/db/access.js';
import { Versioned } from '../../platform/db/versioned.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';
import { User } from '../accounts/user.entity.js';

/** What one person is told without asking. A person without a row has the usual settings. */
@ObjectType()
@Entity('alert_setting')
export class AlertSetting extends Versioned {
  @Column('uuid', { unique: true })
  @ForeignKey(() => User, { onDelete: 'CASCADE' })
  userId!: string;

  /** 网络数据安全管理条例 Art 42: recommendations to a person can be switched off. */
  @Field(() => Boolean)
  @Column('boolean', { default: true })
  personalised!: boolean;

  @Field(() => gqlEnum(DigestRhythm))
  @Column('text')
  rhythm!: DigestRhythm;

  @Field(() => Int)
  @Column('int')
  quietFrom!: number;

  @Field(() => Int)
  @Column('int')
  quietTo!: number;

  /** Until when the person has seen his alerts. */
  @Column('timestamptz', { nullable: true })
  seenAt!: Date | null;

  /** Stands in every mail; whoever holds it can switch these mails off and on, nothing else, so it is kept as it is. */
  @Column('text', { unique: true })
  mailKey!: string;
}

defineAccess(AlertSetting, {
  visibleTo: (alias, actor) => ({ sql: `${alias}.userId = :actorUser`, params: { actorUser: actor.userId } }),
  rowRules: { 'account.own': (actor, row) => row.userId === actor.userId },
});

/** Whether lists may be put before this person that follow from who he is. */
export async function isPersonalised(em: EntityManager, userId: string | null): Promise<boolean> {
  if (!userId) return true;
  return !(await em.existsBy(AlertSetting, { userId, personalised: false }));
}
