import type { ApiClient } from '@jihui/testing';
import type { ImportKind } from '@jihui/domain';
import type { TestApi } from './start-api.js';

export type ImportState = {
  id: string;
  version: number;
  status: string;
  failure: string | null;
  rowsTotal: number;
  rowsGood: number;
  rowsWarned: number;
  rowsDuplicate: number;
  rowsPublishable: number;
  rowsToDo: number;
  rowsDone: number;
  rowsCreated: number;
  rowsPassedOn: number;
  availableActions: string[];
  columns: { index: number; header: string; field: string | null; score: number; samples: string[] }[];
  source: { encoding: string | null; separator: string | null; sheet: string | null; headerRow: number } | null;
};
const shown =
  'id version status failure rowsTotal rowsGood rowsWarned rowsDuplicate rowsPublishable rowsToDo rowsDone rowsCreated rowsPassedOn availableActions columns { index header field score samples } source { encoding separator sheet headerRow }';

/** What a person does with an import, step by step. */
export function importsOf(api: TestApi, client: ApiClient) {
  const one = async (query: string, variables: object) => (await client.send<{ row: ImportState }>(query, variables)).row;
  return {
    async create(kind: ImportKind, name: string, bytes: Uint8Array | string): Promise<ImportState> {
      const fileId = await client.upload(name, bytes);
      return one(`mutation ($kind: ImportKind!, $fileId: ID!) { row: createImport(kind: $kind, fileId: $fileId) { ${shown} } }`, {
        kind,
        fileId,
      });
    },
    read: (id: string) => one(`query ($id: ID!) { row: import(id: $id) { ${shown} } }`, { id }),
    /** Hands a file in and waits for its dry run. */
    async check(kind: ImportKind, name: string, bytes: Uint8Array | string): Promise<ImportState> {
      const { id } = await this.create(kind, name, bytes);
      await api.drain();
      return this.read(id);
    },
    map: ({ id, version }: ImportState, columns: { index: number; field: string | null }[]) =>
      one(`mutation ($input: ImportMappingInput!) { row: mapImportColumns(input: $input) { ${shown} } }`, {
        input: { id, version, columns },
      }),
    start: ({ id, version }: ImportState, options: { release?: boolean; submit?: boolean; skipDuplicates?: boolean } = {}) =>
      one(`mutation ($input: ImportRunInput!) { row: runImport(input: $input) { ${shown} } }`, { input: { id, version, ...options } }),
    async run(state: ImportState, options: { release?: boolean; submit?: boolean; skipDuplicates?: boolean } = {}): Promise<ImportState> {
      await this.start(state, options);
      await api.drain();
      return this.read(state.id);
    },
    undo: ({ id, version }: ImportState) =>
      one(`mutation ($id: ID!, $version: Int!) { row: undoImport(id: $id, version: $version) { ${shown} } }`, { id, version }),
    /** The findings as "row column code", errors with a cross. */
    async findings(id: string, only = 'ALL'): Promise<string[]> {
      const { importRows } = await client.send<{
        importRows: { items: { rowNo: number; issues: { column: number | null; code: string; severity: string }[] }[] };
      }>(
        `query ($id: ID!, $only: ImportRowFilter!) { importRows(importId: $id, only: $only, page: { page: 1, size: 100 }) { items { rowNo issues { column path code severity params } } total } }`,
        { id, only },
      );
      return importRows.items.flatMap((r) =>
        r.issues.map(
          (i) => `${r.rowNo}${i.column === null ? '' : String.fromCharCode(65 + i.column)} ${i.severity === 'ERROR' ? '✗' : '!'}${i.code}`,
        ),
      );
    },
  };
}
