import fs from 'node:fs';
import path from 'node:path';
import { inRoot } from './paths.mjs';
import { filesBelow, hashOf, writeWhole } from './source-files.mjs';

const web = inRoot('apps/web');
const inputs = ['apps/web', 'libs/domain/src', 'libs/gql/src', 'libs/ui/src'];
const single = ['package-lock.json', 'tsconfig.base.json'];
const record = path.join(web, 'dist/.inputs');

/** The React app into apps/web/dist, when what it is made of has changed: { built }. */
export async function buildWeb() {
  const hash = inputsHash();
  if (webIsBuilt(hash)) return { built: false };
  process.env.NODE_ENV = 'production';
  const { build } = await import('vite');
  await build({ root: web, mode: 'production', logLevel: 'warn', build: { outDir: path.join(web, 'dist'), emptyOutDir: true } });
  writeWhole(record, hash);
  return { built: true };
}

export const hasWeb = () => fs.existsSync(path.join(web, 'index.html'));

export function webIsBuilt(hash = inputsHash()) {
  return fs.existsSync(path.join(web, 'dist/index.html')) && fs.existsSync(record) && fs.readFileSync(record, 'utf8') === hash;
}

function inputsHash() {
  const parts = inputs.flatMap((folder) =>
    filesBelow(inRoot(folder))
      .filter((name) => !/\.spec\.tsx?$/.test(name))
      .flatMap((name) => [`${folder}/${name}`, fs.readFileSync(inRoot(folder, name))]),
  );
  const files = single.filter((name) => fs.existsSync(inRoot(name))).flatMap((name) => [name, fs.readFileSync(inRoot(name))]);
  return hashOf(...parts, ...files);
}
