import { spawn } from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { build } from '../build.mjs';
import { inRoot } from '../paths.mjs';
import { Problem, explain, say } from '../progress.mjs';
import { runCommand } from '../run-command.mjs';
import { startServices } from '../services/index.mjs';
import { freePort } from '../services/ports.mjs';
import { waitReady } from '../wait-ready.mjs';

/** Services of its own in a temporary folder; what was started is stopped and the folder removed at the end, whatever happened. */
export class World {
  dataDir = fs.mkdtempSync(path.join(process.env.JIHUI_TEMP ?? os.tmpdir(), 'jihui-bench-'));
  toStop = [];

  static async run(work) {
    const world = new World();
    const end = async (code) => {
      for (const stop of world.toStop.splice(0)) await stop().catch((error) => say(explain(error)));
      fs.rmSync(world.dataDir, { recursive: true, force: true });
      process.exit(code);
    };
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => end(130));
    try {
      await build({ only: 'api' });
      fs.chmodSync(world.dataDir, 0o755);
      // Rows are written once and thrown away: durable writes would only slow the filling, which is not measured.
      world.services = await startServices({ dataDir: world.dataDir, env: {}, fsync: false });
      world.toStop.unshift(() => world.services.stop());
      await work(world);
      await end(0);
    } catch (error) {
      say(explain(error));
      await end(1);
    }
  }

  /** An empty database with today's tables, and the environment in which the API uses it. */
  async database(name) {
    await query(this.services.databaseUrl, `create database ${name}`);
    const url = new URL(this.services.databaseUrl);
    url.pathname = `/${name}`;
    const env = {
      ...process.env,
      NODE_ENV: 'production',
      DATABASE_URL: url.href,
      MEILI_URL: this.services.meiliUrl,
      MEILI_KEY: this.services.meiliKey,
      MEILI_PREFIX: name,
      DATA_DIR: path.join(this.dataDir, name),
      PORT: String(await freePort()),
      RATE_LIMIT_PER_MINUTE: '100000000',
      LOG_LEVEL: 'error',
    };
    await this.command('migrate', env);
    const db = new pg.Pool({ connectionString: url.href, max: 4 });
    this.toStop.unshift(() => db.end());
    return { name, env, db };
  }

  /** One of the API's own commands. */
  async command(name, env) {
    if ((await runCommand(['node', inRoot(`apps/api/dist/${name}.js`)], { env })) !== 0) throw new Problem(`命令 ${name} 失败`);
  }

  async startApi({ name, env }) {
    const logFile = path.join(this.dataDir, 'logs', `${name}.log`);
    const log = fs.openSync(logFile, 'a');
    const child = spawn(process.execPath, [inRoot('apps/api/dist/main.js')], { env, stdio: ['ignore', log, log] });
    fs.closeSync(log);
    const gone = new Promise((resolve) => child.once('exit', resolve));
    const stop = async () => {
      child.kill('SIGKILL');
      await gone;
    };
    this.toStop.unshift(stop);
    await waitReady({ port: env.PORT, seconds: 60, logFile, stopped: () => false });
    return stop;
  }
}

async function query(connectionString, sql) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query(sql);
  await client.end();
}

/** Rows through jsonb, a thousand at a time, as the market's seed writes them. */
export async function insertRows(db, table, count, rowOf) {
  for (let done = 0; done < count; done += 1000) {
    const rows = Array.from({ length: Math.min(1000, count - done) }, (_, i) => rowOf(done + i));
    const columns = Object.keys(rows[0])
      .map((column) => `"${column}"`)
      .join(', ');
    await db.query(`insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb)`, [
      JSON.stringify(rows),
    ]);
  }
}

/** Sends JSON over a kept connection and gives the answer's text; `agent` says how many at once. */
export function post(agent, url, body, headers = {}) {
  return new Promise((resolve, reject) => {
    const payload = JSON.stringify(body);
    const all = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload), ...headers };
    const request = http.request(url, { method: 'POST', agent, headers: all }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part) => (text += part));
      response.on('end', () =>
        response.statusCode < 300 ? resolve(text) : reject(new Problem(`${url} ${response.statusCode}: ${text.slice(0, 300)}`)),
      );
    });
    request.on('error', reject).end(payload);
  });
}
