import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Index } from 'typeorm';
import { defineAccess } from '../../platform/db/access.js';
import { Versioned } from '../../platform/db/versioned.js';
import { inRoom } from './negotiation-access.js';

/** A message in a room. It is never changed: what was said was said. */
@ObjectType()
@Entity('negotiation_message')
@Index(['negotiationId', 'createdAt'])
export class NegotiationMessage extends Versioned {
  @Field(() => ID)
  @Column('uuid')
  negotiationId!: string;

  @Column('uuid', { nullable: true })
  authorId!: string | null;

  @Field(() => String)
  @Column('text')
  authorName!: string;

  @Field(() => ID, { nullable: true })
  @Column('uuid', { nullable: true })
  organisationId!: string | null;

  @Field(() => String)
  @Column('text')
  text!: string;
}

defineAccess(NegotiationMessage, { visibleTo: (alias, actor) => inRoom(`${alias}.negotiationId`, actor) });
