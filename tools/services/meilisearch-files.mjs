import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Problem } from '../progress.mjs';
import { meilisearchBinary } from './platform.mjs';

/** The package is unpacked without the x bit, and node_modules may be read-only for us. */
export function executable(dataDir) {
  const runs = (file) => {
    try {
      fs.accessSync(file, fs.constants.X_OK);
      return true;
    } catch {
      return false;
    }
  };
  if (runs(meilisearchBinary)) return meilisearchBinary;
  try {
    fs.chmodSync(meilisearchBinary, 0o755);
    return meilisearchBinary;
  } catch {
    const copy = path.join(dataDir, `meilisearch-${fs.statSync(meilisearchBinary).size}`);
    if (runs(copy)) return copy;
    fs.copyFileSync(meilisearchBinary, `${copy}.part`);
    fs.chmodSync(`${copy}.part`, 0o755);
    fs.renameSync(`${copy}.part`, copy);
    return copy;
  }
}

/** Random, made once: the keys that Meilisearch hands out derive from it. */
export function masterKey(dataDir) {
  const file = path.join(dataDir, 'key');
  try {
    return fs.readFileSync(file, 'utf8').trim();
  } catch (error) {
    if (error.code === 'EACCES') throw new Problem(`${file} 属于另一个用户。请用创建它的用户运行，或换一个 DATA_DIR。`);
  }
  const key = randomBytes(24).toString('hex');
  fs.writeFileSync(file, key, { mode: 0o600 });
  return key;
}
