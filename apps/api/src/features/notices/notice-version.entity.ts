import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Unique } from 'typeorm';
import { defineAccess, nothing } from '../../platform/db/access.js';
import { Versioned } from '../../platform/db/versioned.js';

/** The text as it was published, with its fingerprint: what a leader shows who is asked years later (河南条例 Art 22). Never changed. */
@ObjectType()
@Entity('notice_version')
@Unique(['noticeId', 'number'])
export class NoticeVersion extends Versioned {
  @Column('uuid')
  noticeId!: string;

  @Field(() => Int)
  @Column('int')
  number!: number;

  @Field(() => Int)
  @Column('int')
  round!: number;

  @Field(() => String)
  @Column('text')
  text!: string;

  /** SHA-256 over the UTF-8 of the text, in hexadecimal. */
  @Field(() => String)
  @Column('text')
  sha256!: string;
}

// Read through its notice only, which everybody who sees the notice may.
defineAccess(NoticeVersion, { visibleTo: () => nothing });
