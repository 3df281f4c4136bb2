import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module.js';
import { JobRunner } from './platform/jobs/job-runner.js';

const app = await NestFactory.createApplicationContext(AppModule, { bufferLogs: true, abortOnError: false });
app.useLogger(app.get(Logger));
const runner = app.get(JobRunner);
await runner.start();

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  await runner.stop();
  await app.close();
  process.exit(0);
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());
