import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Index } from 'typeorm';
import { NegotiationStatus } from '@jihui/domain';
import { defineAccess } from '../../platform/db/access.js';
import { Versioned } from '../../platform/db/versioned.js';
import { defineFileSubject } from '../../platform/files/file-subjects.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';
import { inRoom, isSide, roomScope, takesPart } from './negotiation-access.js';

/** 洽谈: the room of two sides after an accepted introduction, and of a broker whom one of them has mandated. Nobody else knows of it. */
@ObjectType()
@Entity('negotiation')
@Index(['supplierId'])
@Index(['demanderId'])
export class Negotiation extends Versioned {
  @Field(() => ID)
  @Index({ unique: true })
  @Column('uuid')
  introductionId!: string;

  @Field(() => ID, { nullable: true })
  @Index()
  @Column('uuid', { nullable: true })
  demandId!: string | null;

  @Field(() => ID, { nullable: true })
  @Index()
  @Column('uuid', { nullable: true })
  achievementId!: string | null;

  /** What the talk is about, as it was called when it began. */
  @Field(() => String)
  @Column('text')
  title!: string;

  @Field(() => ID)
  @Column('uuid')
  supplierId!: string;

  @Field(() => ID)
  @Column('uuid')
  demanderId!: string;

  @Field(() => ID, { nullable: true })
  @Index()
  @Column('uuid', { nullable: true })
  brokerId!: string | null;

  /** The persons who asked and accepted: to be called where the item names no contact. */
  @Column('uuid', { nullable: true })
  supplierUserId!: string | null;

  @Column('uuid', { nullable: true })
  demanderUserId!: string | null;

  @Field(() => gqlEnum(NegotiationStatus))
  @Column('text')
  status!: NegotiationStatus;

  /** The version of the term sheet that both sides have confirmed. */
  @Field(() => Int, { nullable: true })
  @Column('int', { nullable: true })
  agreedNumber!: number | null;

  @Field(() => ID, { nullable: true })
  @Column('uuid', { nullable: true })
  contractId!: string | null;
}

defineAccess(Negotiation, {
  visibleTo: roomScope,
  rowRules: {
    'negotiation.write': (actor, n) => takesPart(actor, n),
    'termSheet.write': (actor, n) => isSide(actor, n),
    'termSheet.confirm': (actor, n) => isSide(actor, n),
    'contract.write': (actor, n) => isSide(actor, n),
    'mandate.grant': (actor, n) => isSide(actor, n),
  },
});
defineFileSubject('negotiation', inRoom);
