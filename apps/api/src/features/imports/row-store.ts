import type { EntityManager } from 'typeorm';
import type { RawRow } from '@jihui/domain';
import { ImportRow } from './import-row.entity.js';
import type { Import } from './import.entity.js';
import type { RowCheck } from './row-checking.js';

const atOnce = 500;

function* chunks<T>(list: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < list.length; at += atOnce) yield list.slice(at, at + atOnce);
}

/** Puts the rows of a file in the place of those that an earlier attempt has left. */
export async function storeRows(em: EntityManager, importId: string, rows: readonly RawRow[], checks: readonly RowCheck[]): Promise<void> {
  await em.delete(ImportRow, { importId });
  const found = new Map(rows.map((r) => [r.rowNo, r]));
  for (const some of chunks(checks)) {
    const values = some.map((c) => ({ ...c, cells: found.get(c.rowNo)?.cells ?? [], found: found.get(c.rowNo)?.issues ?? [] }));
    await em.query(
      `insert into import_row ("importId", "rowNo", cells, found, issues, "isGood", "isDuplicate", publishable)
       select $1, "rowNo", cells, found, issues, "isGood", "isDuplicate", publishable
         from jsonb_to_recordset($2::jsonb) as r("rowNo" int, cells jsonb, found jsonb, issues jsonb, "isGood" boolean, "isDuplicate" boolean, publishable boolean)`,
      [importId, JSON.stringify(values)],
    );
  }
}

/** Writes another check of the same rows. */
export async function storeChecks(em: EntityManager, importId: string, checks: readonly RowCheck[]): Promise<void> {
  for (const some of chunks(checks)) {
    await em.query(
      `update import_row i set issues = r.issues, "isGood" = r."isGood", "isDuplicate" = r."isDuplicate", publishable = r.publishable
         from jsonb_to_recordset($2::jsonb) as r("rowNo" int, issues jsonb, "isGood" boolean, "isDuplicate" boolean, publishable boolean)
        where i."importId" = $1 and i."rowNo" = r."rowNo"`,
      [importId, JSON.stringify(some)],
    );
  }
}

/** The rows as they lay in the file. */
export async function rawRows(em: EntityManager, importId: string): Promise<RawRow[]> {
  const rows = await em.find(ImportRow, {
    select: { rowNo: true, cells: true, found: true },
    where: { importId },
    order: { rowNo: 'ASC' },
  });
  return rows.map((r) => ({ rowNo: r.rowNo, cells: r.cells, issues: r.found }));
}

/** The figures of a check, on the import. */
export function countChecks(record: Import, checks: readonly RowCheck[]): void {
  const count = (is: (c: RowCheck) => boolean) => checks.filter(is).length;
  record.rowsTotal = checks.length;
  record.rowsGood = count((c) => c.isGood);
  record.rowsWarned = count((c) => c.isGood && c.issues.length > 0);
  record.rowsDuplicate = count((c) => c.isDuplicate);
  record.rowsPublishable = count((c) => c.publishable);
}
