import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { inRoot } from '../paths.mjs';
import { say } from '../progress.mjs';

const patience = 300_000;

/** What a worker of the product holds of this market: when it has built its index, while it matches everything anew, and afterwards. */
export async function workerMemory(em) {
  await em.query('delete from matcher');
  const worker = spawn('node', [inRoot('apps/api/dist/worker.js')], { stdio: 'ignore' });
  try {
    await until(async () => (await em.query('select 1 from matcher where total > 0 and done = total')).length > 0);
    const [{ at }] = await em.query('select max("computedAt") as at from match_list');
    const built = memoryOf(worker.pid);
    await em.query(`select graphile_worker.add_job('MatchingService.rematchAll', '{"id":""}'::json)`);
    await until(async () => (await em.query('select 1 from match_list where "computedAt" > $1 limit 1', [at])).length > 0);
    // The job ends with its commit; what it leaves is collected in the next seconds.
    await sleep(10_000);
    const after = memoryOf(worker.pid);
    say(`  memory of a worker: index built / matched anew       ${built.resident} / ${after.resident} MB (most until then ${built.most} / ${after.most} MB)`);
  } finally {
    worker.kill();
  }
}

async function until(isSo) {
  const end = Date.now() + patience;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error('the worker was not ready in time');
    await sleep(500);
  }
}

/** As Linux counts it, in MB; elsewhere there is no such file, and the bench says so by failing here. */
function memoryOf(pid) {
  const status = fs.readFileSync(`/proc/${pid}/status`, 'utf8');
  const mb = (name) => Math.round((Number(status.match(new RegExp(`${name}:\\s+(\\d+) kB`))?.[1]) * 1024) / 1e6);
  return { resident: mb('VmRSS'), most: mb('VmHWM') };
}
