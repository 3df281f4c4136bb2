import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import type { Difference } from './features/search/index-comparison.js';
import { IndexKeeper } from './features/search/index-keeper.js';
import { SearchService } from './features/search/search.service.js';

const names: Record<Difference['is'], string> = { MISSING: '索引中缺少', SUPERFLUOUS: '索引中多余', DIFFERENT: '内容不同' };
const mostShown = 20;

/** Prints the difference between index and database; exit code 1 where there is one. */
const app = await NestFactory.createApplicationContext(AppModule, { logger: ['error'] });
const say = (line: string): boolean => process.stdout.write(`${line}\n`);
try {
  const { documents, expected } = await app.get(SearchService).status();
  const { differences, outdated, hasCurrentSettings } = await app.get(IndexKeeper).report();
  say(`数据库应有 ${expected} 条，索引现有 ${documents ?? 0} 条`);
  if (!hasCurrentSettings) say('索引不存在，或其设置不是当前版本：worker 启动后会重建，也可运行 npm run search:rebuild');
  for (const { id, is } of differences.slice(0, mostShown)) say(`  ${names[is]} ${id}`);
  for (const id of outdated.slice(0, mostShown)) say(`  尚未更新 ${id}`);
  const total = differences.length + outdated.length;
  say(`差异 ${total}`);
  process.exitCode = total === 0 && hasCurrentSettings ? 0 : 1;
} catch (error) {
  say(`无法比较：${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
await app.close();
