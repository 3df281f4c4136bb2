import { readdirSync } from 'node:fs';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { entities } from './entities.js';

const folder = new URL('./platform/db/migrations/', import.meta.url);

type MigrationClass = new () => { up(): Promise<void>; down(): Promise<void> };

/** The migrations in order of their names. Found in the folder, so that adding one touches no list. */
async function migrations(): Promise<MigrationClass[]> {
  const files = readdirSync(folder).filter((f) => /^\d+.*\.(ts|js)$/.test(f) && !f.endsWith('.d.ts'));
  const modules = await Promise.all(files.sort().map((f) => import(new URL(f, folder).href) as Promise<Record<string, MigrationClass>>));
  return modules.flatMap((m) => Object.values(m));
}

export async function dataSourceOptions(url: string, pool = 20): Promise<DataSourceOptions> {
  return {
    type: 'postgres',
    url,
    entities,
    migrations: await migrations(),
    migrationsTransactionMode: 'each',
    synchronize: false,
    // A failed query's parameters may be personal data: what fails is logged once, by the edge, without them.
    logging: false,
    poolSize: pool,
    applicationName: 'jihui',
    extra: { statement_timeout: 30_000 },
  } as DataSourceOptions;
}

export async function openDataSource(url: string, pool?: number): Promise<DataSource> {
  return new DataSource(await dataSourceOptions(url, pool)).initialize();
}
