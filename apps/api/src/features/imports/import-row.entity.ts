import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { ImportSeverity, type RowIssue } from '@jihui/domain';
import { may } from '../../platform/auth/actor.js';
import { defineAccess, nothing } from '../../platform/db/access.js';
import { Json } from '../../platform/graphql/scalars.js';
import { gqlEnum } from '../../platform/graphql/zod-input.js';

/** One finding in a row. `path` is the field that it is about, in the language of the import. */
@ObjectType()
export class ImportIssue {
  @Field(() => Int, { nullable: true })
  column!: number | null;

  @Field(() => String)
  path!: string;

  @Field(() => String)
  code!: string;

  @Field(() => gqlEnum(ImportSeverity))
  severity!: ImportSeverity;

  @Field(() => Json, { nullable: true })
  params?: Record<string, string | number>;
}

/** A row of the file as it stands there, what is wrong with it, and the record that was made of it. */
@ObjectType()
@Entity('import_row')
@Index(['importId', 'rowNo'], { unique: true })
export class ImportRow {
  @Field(() => ID)
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' })
  id!: string;

  @Column('uuid')
  importId!: string;

  /** As the spreadsheet program numbers it. */
  @Field(() => Int)
  @Column('int')
  rowNo!: number;

  @Field(() => [String])
  @Column('jsonb')
  cells!: string[];

  /** What reading the file found; kept apart, so that other columns can be chosen without the file. */
  @Column('jsonb', { default: [] })
  found!: RowIssue[];

  @Field(() => [ImportIssue])
  @Column('jsonb', { default: [] })
  issues!: RowIssue[];

  @Field(() => Boolean)
  @Column('boolean')
  isGood!: boolean;

  @Field(() => Boolean)
  @Column('boolean')
  isDuplicate!: boolean;

  @Column('boolean')
  publishable!: boolean;

  @Field(() => ID, { nullable: true })
  @Index()
  @Column('uuid', { nullable: true })
  createdId!: string | null;
}

defineAccess(ImportRow, {
  visibleTo: (alias, actor) =>
    may(actor, 'import.run')
      ? {
          sql: `exists (select 1 from import i where i.id = ${alias}."importId" and i."organisationId" = :importRowOrg)`,
          params: { importRowOrg: actor.organisationId },
        }
      : nothing,
  isInsider: () => true,
});
