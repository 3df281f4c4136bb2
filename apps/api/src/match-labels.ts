import 'reflect-metadata';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { labelledMarket } from './features/matches/match-labels.js';
import { MatchModels } from './features/matches/match-models.service.js';
import { Db } from './platform/db/db.js';

/** Writes the market's labels and the model in use into a folder, for the fitting: `match-labels DIR`. */
const folder = process.argv[2] ?? '';
const app = await NestFactory.createApplicationContext(AppModule, { logger: ['error'], abortOnError: false });
try {
  const market = await labelledMarket(app.get(Db).em);
  mkdirSync(folder, { recursive: true });
  for (const [name, rows] of Object.entries(market)) writeFileSync(join(folder, `${name}.jsonl`), rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  writeFileSync(join(folder, 'model.json'), JSON.stringify(await app.get(MatchModels, { strict: false }).inUse()));
} finally {
  await app.close();
}
