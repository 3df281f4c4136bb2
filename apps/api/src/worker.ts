import 'reflect-metadata';
import { setFlagsFromString } from 'node:v8';
import { NestFactory } from '@nestjs/core';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module.js';
import { JobRunner } from './platform/jobs/job-runner.js';

// The market's index lives long and reading it makes garbage: left to itself V8 lets the heap grow to four times what lives. So it is
// collected when it has grown by a fifth, which costs a few per cent of the time and halves the memory (docs/matching.md).
setFlagsFromString('--heap-growing-percent=20');

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
