import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import { Config } from './platform/config.js';

process.env['LOG_LEVEL'] ??= 'error';
const usage = 'usage: seed [--if-empty] [--worker-follows] [--scale market]';
const say = (line: string): void => void process.stdout.write(`  ${line}\n`);
const { values } = parseArgs({
  options: { 'if-empty': { type: 'boolean' }, 'worker-follows': { type: 'boolean' }, scale: { type: 'string' } },
});
if (values.scale && values.scale !== 'market') throw new Error(usage);

/** Asked before the application is loaded, so that a start with data in its database does not wait for it. */
async function isEmpty(): Promise<boolean> {
  const client = new pg.Client({ connectionString: new Config().get('DATABASE_URL') });
  await client.connect();
  const { rows } = await client.query<{ found: boolean }>('select exists (select from organisation) as found');
  await client.end();
  return !rows[0]?.found;
}

async function load(): Promise<void> {
  const from = performance.now();
  const [{ SeedModule }, { DemoLoader }, { MarketLoader }] = await Promise.all([
    import('./seed/seed.module.js'),
    import('./seed/demo-loader.js'),
    import('./seed/market-loader.js'),
  ]);
  const app = await NestFactory.createApplicationContext(SeedModule, { logger: ['error'], abortOnError: false });
  if (values.scale) await app.get(MarketLoader).load(say);
  else await app.get(DemoLoader).load(say, { workerFollows: values['worker-follows'] ?? false });
  say(`${values.scale ? '压测数据' : '演示数据'}已载入（${((performance.now() - from) / 1000).toFixed(1)} 秒）`);
  await app.close();
}

if (await isEmpty()) await load();
else if (!values['if-empty']) throw new Error('the database is not empty: demo data goes into an empty one only');
process.exit(0);
