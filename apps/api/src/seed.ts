import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { DemoLoader } from './seed/demo-loader.js';
import { SeedModule } from './seed/seed.module.js';

process.env['LOG_LEVEL'] ??= 'error';
const say = (line: string): void => void process.stdout.write(`  ${line}\n`);
const app = await NestFactory.createApplicationContext(SeedModule, { logger: ['error'], abortOnError: false });
const loader = app.get(DemoLoader);
if (await loader.isEmpty()) {
  const from = performance.now();
  await loader.load(say);
  say(`演示数据已载入（${((performance.now() - from) / 1000).toFixed(1)} 秒）`);
} else if (!process.argv.includes('--if-empty')) {
  throw new Error('the database is not empty: demo data goes into an empty one only');
}
await app.close();
process.exit(0);
