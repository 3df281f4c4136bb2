import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { OrganisationKind, Role } from '@jihui/domain';
import { ApiClient, cloneDatabase, makeOrganisation, makePerson, type TestOrganisation, type TestPerson } from '@jihui/testing';
import { Db } from '../src/platform/db/db.js';
import { JobRunner } from '../src/platform/jobs/job-runner.js';
import { SearchClient } from '../src/platform/search/search-client.js';

export type Member = TestPerson & { client: ApiClient };

/** The real API on its own port, with a database and an index of its own; its jobs run when the spec says so. */
export async function startApi() {
  const serverUrl = process.env['TEST_DATABASE_URL'];
  const template = process.env['TEST_TEMPLATE'];
  if (!serverUrl || !template) throw new Error('TEST_DATABASE_URL and TEST_TEMPLATE are missing: run through Jest with its global setup');
  const database = await cloneDatabase(serverUrl, template);
  const dataDir = mkdtempSync(join(tmpdir(), 'jihui-spec-'));
  const prefix = `t${process.pid}${Math.random().toString(36).slice(2, 8)}`;
  Object.assign(process.env, {
    NODE_ENV: 'test',
    DATABASE_URL: database.url,
    DATABASE_POOL: '12',
    DATA_DIR: dataDir,
    MEILI_URL: process.env['TEST_MEILI_URL'],
    MEILI_KEY: process.env['TEST_MEILI_KEY'],
    MEILI_PREFIX: prefix,
    LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'silent',
    RATE_LIMIT_PER_MINUTE: '1000000',
    PASSWORD_COST: '13',
    PUBLIC_URL: 'http://jihui.test',
  });
  const { createApp } = await import('../src/create-app.js');
  const app: NestExpressApplication = await createApp();
  await app.listen(0);
  const server: Server = app.getHttpServer();
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const runner = app.get(JobRunner);
  const { pool } = database;

  return {
    app,
    url,
    pool,
    dataDir,
    db: app.get(Db),
    visitor: () => new ApiClient(url),
    organisation: (kind: OrganisationKind, options?: Parameters<typeof makeOrganisation>[2]) => makeOrganisation(pool, kind, options),
    /** A signed-in member; of a new organisation of that kind when none is given. */
    async member(of: TestOrganisation | OrganisationKind, roles?: readonly Role[]): Promise<Member> {
      const person = await makePerson(pool, typeof of === 'string' ? await makeOrganisation(pool, of) : of, roles);
      return { ...person, client: new ApiClient(url, person.cookie) };
    },
    /** Runs every due job to its end, including those that jobs add. */
    drain: () => runner.drain(),
    async close() {
      const search = app.get(SearchClient).client;
      const { results } = await search.getIndexes({ limit: 1000 }).catch(() => ({ results: [] }));
      for (const index of results) if (index.uid.startsWith(prefix)) await search.deleteIndex(index.uid);
      await app.close();
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
export type TestApi = Awaited<ReturnType<typeof startApi>>;
