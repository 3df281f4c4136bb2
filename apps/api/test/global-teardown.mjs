import pg from 'pg';

export default async function teardown() {
  const admin = new pg.Client({ connectionString: process.env.TEST_DATABASE_URL });
  await admin.connect();
  await admin.query(`drop database if exists ${process.env.TEST_TEMPLATE} with (force)`);
  await admin.end();
  await globalThis.jihuiServices?.stop();
}
