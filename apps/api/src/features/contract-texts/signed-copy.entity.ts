import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Index } from 'typeorm';
import { SignedCopyKind } from '@jihui/domain';
import { defineAccess } from '../../platform/db/access.js';
import { Versioned } from '../../platform/db/versioned.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';
import { ofSeenContract } from './contract-text.entity.js';

/** A signed scan or a PDF with seals, as it came in: its checksum, and that of the text which both sides had confirmed then. It proves no signature. */
@ObjectType()
@Entity('signed_copy')
@Index(['contractId'])
export class SignedCopy extends Versioned {
  @Field(() => ID)
  @Column('uuid')
  contractId!: string;

  @Field(() => gqlEnum(SignedCopyKind))
  @Column('text')
  kind!: SignedCopyKind;

  @Field(() => ID)
  @Column('uuid')
  fileId!: string;

  @Field(() => String)
  @Column('text')
  fileName!: string;

  /** SHA-256 of the file's bytes. */
  @Field(() => String)
  @Column('text')
  sha256!: string;

  /** The revision that was confirmed when it came in, and the checksum of its text. */
  @Field(() => Int)
  @Column('int')
  revision!: number;

  @Field(() => String)
  @Column('text')
  textSha256!: string;

  @Field(() => String)
  @Column('text')
  addedByName!: string;
}

defineAccess(SignedCopy, { visibleTo: (alias, actor) => ofSeenContract(`${alias}."contractId"`, actor) });
