import 'reflect-metadata';
import { setFlagsFromString } from 'node:v8';
import { NestFactory } from '@nestjs/core';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module.js';
import { JobRunner } from './platform/jobs/job-runner.js';

// The market's index lives long and reading it makes garbage, which V8 by itself lets grow past what lives: some 940 MB where 420 serve.
// So it is collected when the heap has grown by a tenth; building the index took no longer (docs/matching.md).
setFlagsFromString('--heap-growing-percent=10');

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
