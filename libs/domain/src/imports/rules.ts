import { z } from 'zod';

export const ImportKind = z.enum(['ACHIEVEMENTS', 'DEMANDS']).meta({ id: 'ImportKind' });
export type ImportKind = z.infer<typeof ImportKind>;

export const importLimits = {
  fileBytes: 20 * 1024 * 1024,
  rows: 20_000,
  columns: 200,
  cellCharacters: 32_767,
  unpackedBytes: 200 * 1024 * 1024,
  zipEntries: 2_000,
} as const;

/** Why a whole file cannot be read. */
export const UnreadableReason = z
  .enum([
    'EMPTY',
    'HEADER_ONLY',
    'ENCODING',
    'NOT_A_WORKBOOK',
    'OLD_OR_PROTECTED',
    'DAMAGED',
    'UNPACKED_TOO_LARGE',
    'TOO_MANY_ROWS',
    'NO_QUOTES_END',
    'LOST',
  ])
  .meta({ id: 'UnreadableReason' });
export type UnreadableReason = z.infer<typeof UnreadableReason>;

/** What a column of a spreadsheet may hold; which of them an import offers depends on its kind. */
export const ImportField = z
  .enum([
    'TITLE',
    'SUMMARY',
    'KEYWORDS',
    'DISCIPLINE',
    'CATEGORY',
    'TECH_FIELD',
    'CHAIN',
    'TRL',
    'TRANSFER_MODES',
    'PRICE_MODE',
    'PRICE',
    'PRICE_MIN',
    'PRICE_MAX',
    'PATENTS',
    'TEAM',
    'CONTACT_NAME',
    'CONTACT_PHONE',
    'NDA_SUMMARY',
    'USCC',
    'PROBLEM',
    'INDICATORS',
    'CURRENT_STATE',
    'BUDGET',
    'BUDGET_MIN',
    'BUDGET_MAX',
    'DEADLINE',
    'ACCEPTANCE',
    'ANONYMOUS',
  ])
  .meta({ id: 'ImportField' });
export type ImportField = z.infer<typeof ImportField>;

/** ERROR keeps a row out; WARNING is shown and the row is imported. */
export const ImportSeverity = z.enum(['ERROR', 'WARNING']).meta({ id: 'ImportSeverity' });
export type ImportSeverity = z.infer<typeof ImportSeverity>;
export const ImportRowFilter = z.enum(['ALL', 'BAD', 'WARNED', 'GOOD']).meta({ id: 'ImportRowFilter' });
export type ImportRowFilter = z.infer<typeof ImportRowFilter>;

/** One finding in one row: the column (counted from 0) that it stands in, if it stands in one, and the field that it is about. */
export type RowIssue = {
  column: number | null;
  path: string;
  code: string;
  severity: ImportSeverity;
  params?: Record<string, string | number>;
};

export const importMapping = z
  .object({
    id: z.uuid(),
    version: z.number().int(),
    columns: z
      .array(
        z
          .object({ index: z.number().int().min(0).max(importLimits.columns), field: ImportField.nullish() })
          .meta({ id: 'ImportColumnChoiceInput' }),
      )
      .max(importLimits.columns),
  })
  .meta({ id: 'ImportMappingInput' });
export type ImportMapping = z.output<typeof importMapping>;

/** `release`: publish what may be published at once (a unit's TTO). `submit`: hand the complete demands to the operator at once. */
export const importRun = z
  .object({
    id: z.uuid(),
    version: z.number().int(),
    release: z.boolean().nullish(),
    submit: z.boolean().nullish(),
    skipDuplicates: z.boolean().nullish(),
  })
  .meta({ id: 'ImportRunInput' });
export type ImportRun = z.output<typeof importRun>;
