import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Index } from 'typeorm';
import { ImportField, ImportKind, ImportStatus, UnreadableReason } from '@jihui/domain';
import { may } from '../../platform/auth/actor.js';
import { defineAccess, nothing } from '../../platform/db/access.js';
import { Versioned } from '../../platform/db/versioned.js';
import { defineFileSubject } from '../../platform/files/file-subjects.js';
import { DateTime, Json } from '../../platform/graphql/scalars.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';

/** A column of the file: what it seems to hold, how sure that is (0–1; 1 also when a person said so), and the first values in it. */
@ObjectType()
export class ImportColumn {
  @Field(() => Int)
  index!: number;

  @Field(() => String)
  header!: string;

  @Field(() => gqlEnum(ImportField), { nullable: true })
  field!: ImportField | null;

  @Field(() => Number)
  score!: number;

  @Field(() => [String])
  samples!: string[];
}

/** How the file was read: the workbook's sheet, or the text's encoding and separator. */
@ObjectType()
export class ImportSource {
  @Field(() => String, { nullable: true })
  sheet!: string | null;

  @Field(() => String, { nullable: true })
  encoding!: string | null;

  @Field(() => String, { nullable: true })
  separator!: string | null;

  /** The row that names the columns, counted from 1. */
  @Field(() => Int)
  headerRow!: number;
}

/** 批量导入: one file on its way to drafts. Its rows stay, so that what was refused can be fetched and what was made can be undone. */
@ObjectType()
@Entity('import')
@Index(['organisationId', 'createdAt'])
export class Import extends Versioned {
  @Column('uuid')
  organisationId!: string;

  @Column('uuid')
  createdBy!: string;

  /** Who asked for what the worker is doing: in this person's name and within this person's rights. */
  @Column('uuid')
  actingUserId!: string;

  @Field(() => gqlEnum(ImportKind))
  @Column('text')
  kind!: ImportKind;

  @Field(() => gqlEnum(ImportStatus))
  @Column('text')
  status!: ImportStatus;

  @Field(() => ID)
  @Column('uuid')
  fileId!: string;

  @Field(() => String)
  @Column('text')
  fileName!: string;

  @Field(() => ImportSource, { nullable: true })
  @Column('jsonb', { nullable: true })
  source!: ImportSource | null;

  @Field(() => [ImportColumn])
  @Column('jsonb', { default: [] })
  columns!: ImportColumn[];

  @Field(() => Int)
  @Column('int', { default: 0 })
  rowsTotal!: number;

  @Field(() => Int)
  @Column('int', { default: 0 })
  rowsGood!: number;

  @Field(() => Int)
  @Column('int', { default: 0 })
  rowsWarned!: number;

  @Field(() => Int)
  @Column('int', { default: 0 })
  rowsDuplicate!: number;

  /** Of the good ones: those that have what publishing asks for. */
  @Field(() => Int)
  @Column('int', { default: 0 })
  rowsPublishable!: number;

  /** Rows that the running import has to go through, and those that it is through with. */
  @Field(() => Int)
  @Column('int', { default: 0 })
  rowsToDo!: number;

  @Field(() => Int)
  @Column('int', { default: 0 })
  rowsDone!: number;

  @Field(() => Int)
  @Column('int', { default: 0 })
  rowsCreated!: number;

  /** Of those created: released or submitted at once. */
  @Field(() => Int)
  @Column('int', { default: 0 })
  rowsPassedOn!: number;

  @Field(() => Boolean)
  @Column('boolean', { default: false })
  passesOn!: boolean;

  @Field(() => Boolean)
  @Column('boolean', { default: false })
  skipsDuplicates!: boolean;

  @Field(() => gqlEnum(UnreadableReason), { nullable: true })
  @Column('text', { nullable: true })
  failure!: UnreadableReason | null;

  /** The figures of the failure's sentence. */
  @Field(() => Json)
  @Column('jsonb', { default: {} })
  failureParams!: Record<string, string | number>;

  @Field(() => DateTime, { nullable: true })
  @Column('timestamptz', { nullable: true })
  startedAt!: Date | null;

  @Field(() => DateTime, { nullable: true })
  @Column('timestamptz', { nullable: true })
  finishedAt!: Date | null;
}

defineAccess(Import, {
  visibleTo: (alias, actor) =>
    may(actor, 'import.run') ? { sql: `${alias}.organisationId = :importOrg`, params: { importOrg: actor.organisationId } } : nothing,
  rowRules: { 'import.run': (actor, i) => i.organisationId === actor.organisationId },
  isInsider: (actor, i) => i.organisationId === actor.organisationId,
});

defineFileSubject('import', (column, actor) =>
  may(actor, 'import.run')
    ? {
        sql: `exists (select 1 from import i where i.id = ${column} and i."organisationId" = :importFileOrg)`,
        params: { importFileOrg: actor.organisationId },
      }
    : nothing,
);
