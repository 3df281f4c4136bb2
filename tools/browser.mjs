import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Problem, say, stopwatch } from './progress.mjs';
import { runQuietly } from './run-command.mjs';

const chromium = '/usr/bin/chromium-headless-shell';
const packages = ['chromium-headless-shell', 'fonts-noto-cjk'];

/** The browser tests need Chromium and Chinese fonts; on Debian as root they are installed here. */
export async function ensureBrowser() {
  if (fs.existsSync(chromium)) return;
  const byHand = `apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  if (!fs.existsSync('/etc/debian_version') || process.getuid?.() !== 0) {
    throw new Problem(`缺少浏览器 ${chromium} 与中文字体。请以 root 执行：apt-get update && ${byHand}`);
  }
  const done = stopwatch();
  say(`… 正在安装浏览器与中文字体（${packages.join('、')}）`);
  const options = {
    logFile: path.join(os.tmpdir(), `jihui-apt-${process.pid}.log`),
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  await runQuietly('更新软件源（apt-get update）', ['apt-get', 'update'], options);
  await runQuietly('安装浏览器', byHand.split(' '), options);
  done('浏览器与中文字体已安装');
}
