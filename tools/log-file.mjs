import fs from 'node:fs';
import path from 'node:path';
import readline from 'node:readline';

const maxBytes = 50 * 1024 * 1024;

/**
 * One JSON object a line, whatever the child prints: a crash of Node itself is plain text.
 * A full file becomes `.1`, so that a forgotten server cannot fill the disk.
 */
export function openLog(file, echo) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  let fd = fs.openSync(file, 'a', 0o600);
  let size = fs.fstatSync(fd).size;

  const write = (line) => {
    if (line.trim() === '') return;
    const json = line.startsWith('{') ? line : JSON.stringify({ level: 40, time: Date.now(), msg: line });
    if (size > maxBytes) {
      fs.closeSync(fd);
      fs.renameSync(file, `${file}.1`);
      fd = fs.openSync(file, 'a', 0o600);
      size = 0;
    }
    size += fs.writeSync(fd, `${json}\n`);
    echo?.(readable(line));
  };

  return {
    file,
    follow: (stream) => readline.createInterface({ input: stream }).on('line', write),
  };
}

/** For services that write their log themselves: cut only when they start. */
export function openPlainLog(file) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  if (fs.statSync(file, { throwIfNoEntry: false })?.size > maxBytes) fs.renameSync(file, `${file}.1`);
  return fs.openSync(file, 'a', 0o600);
}

/** The last lines of a log, indented, for the message that names it. */
export function tail(file, lines = 15) {
  let fd;
  try {
    fd = fs.openSync(file, 'r');
    const { size } = fs.fstatSync(fd);
    const buffer = Buffer.alloc(Math.min(size, 64 * 1024));
    fs.readSync(fd, buffer, 0, buffer.length, size - buffer.length);
    const kept = buffer.toString().trimEnd().split('\n').slice(-lines);
    return kept.map((line) => `    ${readable(line)}`).join('\n');
  } catch {
    return '    （没有日志）';
  } finally {
    if (fd !== undefined) fs.closeSync(fd);
  }
}

function readable(line) {
  try {
    const { msg, err } = JSON.parse(line);
    return [msg, err?.stack ?? err?.message].filter(Boolean).join(' ') || line;
  } catch {
    return line;
  }
}
