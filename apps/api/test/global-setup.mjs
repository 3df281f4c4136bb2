import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = new URL('../../../', import.meta.url).pathname;

/** Gives the API's specs a server and a migrated template database. `npm test` brings the services; a lone Jest run starts its own. */
export default async function setup() {
  if (!process.env.TEST_DATABASE_URL) {
    const { startServices } = await import('../../../tools/services/index.mjs');
    const services = await startServices({ dataDir: mkdtempSync(join(tmpdir(), 'jihui-jest-')), env: {}, log: () => undefined, fsync: false, extraSettings: { max_connections: 300 } });
    process.env.TEST_DATABASE_URL = services.databaseUrl;
    process.env.TEST_MEILI_URL = services.meiliUrl;
    process.env.TEST_MEILI_KEY = services.meiliKey;
    globalThis.jihuiServices = services;
  }
  const { transpile } = await import('../../../tools/build.mjs');
  await transpile();
  const { default: pg } = await import('pg');
  const admin = new pg.Client({ connectionString: process.env.TEST_DATABASE_URL });
  await admin.connect();
  // One template per run: two runs against one server do not disturb each other.
  const template = `jihui_template_${process.pid}`;
  process.env.TEST_TEMPLATE = template;
  await admin.query(`drop database if exists ${template} with (force)`);
  await admin.query(`create database ${template}`);
  await admin.end();
  const url = new URL(process.env.TEST_DATABASE_URL);
  url.pathname = `/${template}`;
  const migrated = spawnSync(process.execPath, [join(root, 'apps/api/dist/migrate.js')], {
    env: { ...process.env, DATABASE_URL: url.href, MEILI_URL: process.env.TEST_MEILI_URL, NODE_OPTIONS: '' },
    encoding: 'utf8',
  });
  if (migrated.status !== 0) throw new Error(`the migrations failed:\n${migrated.stderr}`);
}
