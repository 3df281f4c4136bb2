import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Index } from 'typeorm';
import { defineAccess, nothing } from '../db/access.js';
import { Versioned } from '../db/versioned.js';
import { subjectScope } from './file-subjects.js';

/** A file's record; its bytes lie in the file store under their checksum. Without a subject it is still being attached and only its uploader sees it. */
@ObjectType()
@Entity('stored_file')
@Index(['subjectKind', 'subjectId'])
export class StoredFile extends Versioned {
  @Field(() => String)
  @Column('text')
  name!: string;

  @Field(() => String)
  @Column('text')
  mime!: string;

  @Field(() => Int)
  @Column('int')
  size!: number;

  @Field(() => String)
  @Column('text')
  sha256!: string;

  @Field(() => ID)
  @Column('uuid')
  organisationId!: string;

  @Column('uuid')
  uploadedBy!: string;

  @Column('text', { nullable: true })
  subjectKind!: string | null;

  @Column('uuid', { nullable: true })
  subjectId!: string | null;
}

defineAccess(StoredFile, {
  visibleTo: (alias, actor) => {
    if (!actor.userId) return nothing;
    const bySubject = subjectScope(alias, actor);
    return { sql: `(${alias}.subjectKind is null and ${alias}.uploadedBy = :fileUser) or ${bySubject.sql}`, params: { ...bySubject.params, fileUser: actor.userId } };
  },
  rowRules: { 'file.upload': (actor, file) => file.uploadedBy === actor.userId && file.subjectId === null },
});
