import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const notOurs = new Set(['node_modules', 'dist', 'coverage', '.vite', 'test-results']);

/** Relative paths of all files below a folder, sorted; nothing when the folder is not there. */
export function filesBelow(folder, prefix = '') {
  let entries;
  try {
    entries = fs.readdirSync(path.join(folder, prefix), { withFileTypes: true });
  } catch (error) {
    if (error.code === 'ENOENT') return [];
    throw error;
  }
  return entries
    .filter((entry) => !notOurs.has(entry.name) || prefix !== '')
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const name = prefix ? `${prefix}/${entry.name}` : entry.name;
      return entry.isDirectory() ? filesBelow(folder, name) : [name];
    });
}

export function hashOf(...parts) {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex').slice(0, 32);
}

/** Whole or not at all: another build of the same tree may be reading it. */
export function writeWhole(file, content) {
  const unfinished = `${file}.${process.pid}.part`;
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(unfinished, content);
  fs.renameSync(unfinished, file);
}
