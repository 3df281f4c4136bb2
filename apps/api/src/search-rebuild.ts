import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { IndexKeeper } from './features/search/index-keeper.js';
import { SearchService } from './features/search/search.service.js';

/** Makes the search index anew from the database, beside the old one until the last moment. */
const app = await NestFactory.createApplicationContext(AppModule, { logger: ['error'] });
const started = performance.now();
try {
  await app.get(IndexKeeper).rebuild();
  const { documents } = await app.get(SearchService).status();
  process.stdout.write(`索引已重建：${documents ?? 0} 条，用时 ${((performance.now() - started) / 1000).toFixed(1)} 秒\n`);
} catch (error) {
  process.stdout.write(`没有重建：${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
await app.close();
