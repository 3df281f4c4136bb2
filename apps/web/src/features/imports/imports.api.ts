import type { ImportField, ImportKind, ImportRowFilter } from '@jihui/domain';
import { graphql, type ResultOf } from '@jihui/gql';
import { queryClient, request } from '../../lib/api.js';

const One = graphql(`
  query Import($id: ID!) {
    import(id: $id) {
      id
      version
      kind
      status
      fileName
      source {
        sheet
        encoding
        separator
        headerRow
      }
      columns {
        index
        header
        field
        score
        samples
      }
      rowsTotal
      rowsGood
      rowsWarned
      rowsDuplicate
      rowsPublishable
      rowsToDo
      rowsDone
      rowsCreated
      rowsPassedOn
      passesOn
      skipsDuplicates
      failure
      failureParams
      startedAt
      finishedAt
      createdAt
      creatorName
      availableActions
    }
  }
`);
const List = graphql(`
  query Imports($page: PageInput!) {
    imports(page: $page) {
      total
      items {
        id
        kind
        status
        fileName
        rowsTotal
        rowsGood
        rowsCreated
        createdAt
        creatorName
      }
    }
  }
`);
const Rows = graphql(`
  query ImportRows($importId: ID!, $only: ImportRowFilter!, $page: PageInput!) {
    importRows(importId: $importId, only: $only, page: $page) {
      total
      items {
        id
        rowNo
        cells
        isGood
        createdId
        issues {
          column
          path
          code
          severity
          params
        }
      }
    }
  }
`);
const Create = graphql('mutation CreateImport($kind: ImportKind!, $fileId: ID!) { createImport(kind: $kind, fileId: $fileId) { id } }');
const MapColumns = graphql('mutation MapImportColumns($input: ImportMappingInput!) { mapImportColumns(input: $input) { id status } }');
const Run = graphql('mutation RunImport($input: ImportRunInput!) { runImport(input: $input) { id status } }');
const Undo = graphql('mutation UndoImport($id: ID!, $version: Int!) { undoImport(id: $id, version: $version) { id status } }');

export type ImportRecord = ResultOf<typeof One>['import'];
export type ImportItem = ResultOf<typeof List>['imports']['items'][number];
export type ImportRowItem = ResultOf<typeof Rows>['importRows']['items'][number];
export type ImportRowIssue = ImportRowItem['issues'][number];

export const listSize = 20;
export const rowSize = 25;

export const importKeys = {
  all: ['imports'] as const,
  list: (page: number) => ['imports', 'list', page] as const,
  one: (id: string) => ['imports', id] as const,
  rows: (id: string, version: number, only: ImportRowFilter, page: number) => ['imports', id, 'rows', version, only, page] as const,
};

export const getImport = async (id: string) => (await request(One, { id })).import;
export const getImports = async (page: number) => (await request(List, { page: { page, size: listSize } })).imports;
export const getRows = async (importId: string, only: ImportRowFilter, page: number, size = rowSize) =>
  (await request(Rows, { importId, only, page: { page, size } })).importRows;

type Ref = { id: string; version: number };
export type RunOptions = { release?: boolean; submit?: boolean; skipDuplicates?: boolean };

export const importSteps = {
  create: async (kind: ImportKind, fileId: string) => (await request(Create, { kind, fileId })).createImport.id,
  mapColumns: ({ id, version }: Ref, columns: { index: number; field: ImportField | null }[]) =>
    request(MapColumns, { input: { id, version, columns } }),
  run: ({ id, version }: Ref, options: RunOptions) => request(Run, { input: { id, version, ...options } }),
  undo: ({ id, version }: Ref) => request(Undo, { id, version }),
};

export const refreshImports = () => queryClient.invalidateQueries({ queryKey: importKeys.all });
