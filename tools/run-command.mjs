import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { tail } from './log-file.mjs';
import { root } from './paths.mjs';
import { Problem } from './progress.mjs';

const running = new Set();

/** For a launcher that ends while a step still runs. */
export const endRunningCommands = () => running.forEach((child) => child.kill('SIGTERM'));

/** Runs a command to its end: silent, its output in `logFile`, whose last lines are shown if it fails. */
export async function runQuietly(what, command, { logFile, ...options } = {}) {
  fs.mkdirSync(path.dirname(logFile), { recursive: true });
  const output = fs.openSync(logFile, 'w', 0o600);
  const code = await runCommand(command, { ...options, stdio: ['ignore', output, output] });
  fs.closeSync(output);
  if (code !== 0) throw new Problem(`${what}失败（退出码 ${code}），完整日志：${logFile}\n${tail(logFile, 25)}`);
}

/** Runs a command to its end with our own terminal, or with `stdio`: its exit code. `yields`: to whatever else wants the processor. */
export function runCommand([program, ...args], { cwd = root, env = process.env, stdio = 'inherit', yields = false } = {}) {
  const file = program === 'node' ? process.execPath : program;
  const child = spawn(file, args, { cwd, env, stdio, shell: process.platform === 'win32' && program !== 'node' });
  if (yields && child.pid) os.setPriority(child.pid, os.constants.priority.PRIORITY_BELOW_NORMAL);
  return endOf(child);
}

/** The exit code of a process, which ends with the launcher. */
export function endOf(child) {
  return new Promise((resolve) => {
    running.add(child);
    const end = (code) => {
      running.delete(child);
      resolve(code);
    };
    child.once('error', (error) => end(error.code));
    child.once('close', (code, signal) => end(code ?? signal));
  });
}
