import { DataSource, type DataSourceOptions } from 'typeorm';
import { entities } from './entities.js';
import { migrationFiles } from './migration-files.js';

type MigrationClass = new () => { up(): Promise<void>; down(): Promise<void> };

async function migrations(): Promise<MigrationClass[]> {
  const modules = await Promise.all(migrationFiles().map((file) => import(file.href) as Promise<Record<string, MigrationClass>>));
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
