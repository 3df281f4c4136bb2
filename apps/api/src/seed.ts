import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { NestFactory } from '@nestjs/core';
import { DemoLoader } from './seed/demo-loader.js';
import { MarketLoader } from './seed/market-loader.js';
import { SeedModule } from './seed/seed.module.js';

process.env['LOG_LEVEL'] ??= 'error';
const say = (line: string): void => void process.stdout.write(`  ${line}\n`);
const app = await NestFactory.createApplicationContext(SeedModule, { logger: ['error'], abortOnError: false });
const { values } = parseArgs({ options: { 'if-empty': { type: 'boolean' }, scale: { type: 'string' } } });
if (values.scale && values.scale !== 'market') throw new Error('usage: seed [--if-empty] [--scale market]');
if (await app.get(DemoLoader).isEmpty()) {
  const from = performance.now();
  await app.get(values.scale ? MarketLoader : DemoLoader).load(say);
  say(`${values.scale ? '压测数据' : '演示数据'}已载入（${((performance.now() - from) / 1000).toFixed(1)} 秒）`);
} else if (!values['if-empty']) {
  throw new Error('the database is not empty: demo data goes into an empty one only');
}
await app.close();
process.exit(0);
