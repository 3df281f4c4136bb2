import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { NestFactory } from '@nestjs/core';
import { DomainError, matchModelProposal, parse } from '@jihui/domain';
import { AppModule } from './app.module.js';
import { MatchModels } from './features/matches/match-models.service.js';
import { system } from './platform/auth/actor.js';
import { Db } from './platform/db/db.js';

/** Puts a fitted model before the operators: `match-propose FILE`. It counts for nothing before two of them have agreed. */
const app = await NestFactory.createApplicationContext(AppModule, { logger: ['error'], abortOnError: false });
try {
  const proposal = parse(matchModelProposal, JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')));
  await app.get(Db).run(system, (tx) => app.get(MatchModels, { strict: false }).propose(tx, proposal));
  process.stdout.write(`已提交候选模型 ${proposal.name}，请在“匹配模型”页面由两名审核员确认\n`);
} catch (error) {
  process.stdout.write(`未能提交：${error instanceof DomainError && error.code === 'ALREADY_EXISTS' ? '这个版本名已经用过' : String(error)}\n`);
  process.exitCode = 1;
}
await app.close();
