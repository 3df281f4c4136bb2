import http from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { tail } from './log-file.mjs';
import { Problem } from './progress.mjs';

/** Until GET /readyz says 200; a process that is restarted meanwhile is the supervisor's business. */
export async function waitReady({ port, seconds = 120, logFile, stopped }) {
  const until = Date.now() + seconds * 1000;
  while (Date.now() < until) {
    if (stopped()) return;
    if ((await statusOf(`http://127.0.0.1:${port}/readyz`)) === 200) return;
    await sleep(100);
  }
  throw new Problem(`API 在 ${seconds} 秒内没有就绪（/readyz），日志 ${logFile} 的最后几行：\n${tail(logFile)}`);
}

function statusOf(url) {
  return new Promise((resolve) => {
    const request = http.get(url, { agent: false, timeout: 5000 }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    request.on('error', () => resolve(0)).on('timeout', () => request.destroy());
  });
}
