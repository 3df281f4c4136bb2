import { DataSource, type DataSourceOptions } from 'typeorm';
import { entities } from './entities.js';

export function dataSourceOptions(url: string, pool = 20): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    entities,
    synchronize: false,
    // A failed query's parameters may be personal data: what fails is logged once, by the edge, without them.
    logging: false,
    poolSize: pool,
    applicationName: 'jihui',
    extra: { statement_timeout: 30_000 },
  };
}

export function openDataSource(url: string, pool?: number): Promise<DataSource> {
  return new DataSource(dataSourceOptions(url, pool)).initialize();
}
