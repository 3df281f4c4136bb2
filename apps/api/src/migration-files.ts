import { readdirSync } from 'node:fs';

const folder = new URL('./platform/db/migrations/', import.meta.url);

/** The migrations in order of their names, one per file. Found in the folder, so that adding one touches no list. */
export function migrationFiles(): URL[] {
  const names = readdirSync(folder).filter((name) => /^\d+.*\.(ts|js)$/.test(name) && !name.endsWith('.d.ts'));
  return names.sort().map((name) => new URL(name, folder));
}
