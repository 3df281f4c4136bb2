import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Index } from 'typeorm';
import { hasRole, type Actor } from '../../platform/auth/actor.js';
import { defineAccess } from '../../platform/db/access.js';
import { Objection } from '../../platform/db/objection.js';

/** 异议 to a notice. Its text and the answer are public once it is answered; who objected stays with the branch, never with the parties. */
@ObjectType()
@Entity('notice_objection')
@Index(['noticeId', 'createdAt'])
export class NoticeObjection extends Objection {
  @Field(() => ID)
  @Column('uuid')
  noticeId!: string;

  @Column('uuid')
  organisationId!: string;
}

const ofBranch = (actor: Actor, o: NoticeObjection): boolean =>
  actor.organisationKind === 'MARKET_OPERATOR' && o.branchId !== null && o.branchId === actor.organisationId;

defineAccess(NoticeObjection, {
  visibleTo: (alias, actor) => ({
    sql: `${alias}.answeredAt is not null or ${alias}.branchId = :objectionOrg or (${alias}.organisationId = :objectionOrg and :objectionIsTto)`,
    params: { objectionOrg: actor.organisationId, objectionIsTto: hasRole(actor, 'UNIT_TTO') },
  }),
  rowRules: { 'notice.write': (actor, o) => o.organisationId === actor.organisationId },
  isInsider: ofBranch,
});
