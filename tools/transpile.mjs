import fs from 'node:fs';
import path from 'node:path';
import { inRoot } from './paths.mjs';
import { Problem } from './progress.mjs';
import { filesBelow, hashOf, writeWhole } from './source-files.mjs';

export const projects = ['libs/domain', 'libs/matching', 'libs/gql', 'libs/testing', 'seeds', 'apps/api'];
export const sourceFolders = projects.map((project) => inRoot(project, 'src'));

const assets = new Set(['.json', '.graphql', '.sql']);
const outputs = /\.(js|js\.map|json|graphql|sql)$/;
const manifestName = '.transpiled.json';

/** src → dist of every project the API consists of, changed files only: { written, removed, total }. */
export async function transpile() {
  const swc = await import('@swc/core');
  const config = inRoot('.swcrc');
  const settings = hashOf(swc.version, fs.existsSync(config) ? fs.readFileSync(config) : '', fs.readFileSync(import.meta.filename));
  const results = await Promise.all(projects.map((project) => transpileProject(project, swc, config, settings)));

  const errors = results.flatMap((result) => result.errors);
  if (errors.length > 0) throw new Problem(`编译失败：\n${errors.join('\n')}`);
  const sum = (field) => results.reduce((all, result) => all + result[field], 0);
  return { written: sum('written'), removed: sum('removed'), total: sum('total') };
}

async function transpileProject(project, swc, config, settings) {
  const src = inRoot(project, 'src');
  const dist = inRoot(project, 'dist');
  const before = readManifest(dist, settings);
  const after = {};
  const kept = new Set();
  const errors = [];
  let written = 0;

  await Promise.all(
    filesBelow(src).map(async (name) => {
      const target = targetOf(name);
      if (!target) return;
      const from = path.join(src, name);
      const to = path.join(dist, target);
      const content = fs.readFileSync(from);
      const hash = hashOf(content);
      kept.add(target).add(`${target}.map`);
      if (before[name] !== hash || !fs.existsSync(to)) {
        try {
          await write(from, to, content, { swc, config });
          written++;
        } catch (error) {
          errors.push(`${path.posix.join(project, 'src', name)}\n${error.message.split('\n\nCaused by:')[0].trimEnd()}`);
          return;
        }
      }
      after[name] = hash;
    }),
  );

  const orphans = filesBelow(dist).filter((name) => outputs.test(name) && name !== manifestName && !kept.has(name));
  for (const name of orphans) fs.rmSync(path.join(dist, name));
  if (kept.size > 0) writeWhole(path.join(dist, manifestName), JSON.stringify({ settings, files: after }));
  return { written, removed: orphans.length, total: Object.keys(after).length, errors };
}

function targetOf(name) {
  if (/\.(spec|d)\.ts$/.test(name)) return null;
  if (name.endsWith('.ts')) return name.replace(/ts$/, 'js');
  return assets.has(path.extname(name)) ? name : null;
}

async function write(from, to, content, { swc, config }) {
  if (!from.endsWith('.ts')) return writeWhole(to, content);
  const { code, map } = await swc.transform(content.toString(), {
    filename: from,
    sourceFileName: path.relative(path.dirname(to), from),
    swcrc: false,
    configFile: fs.existsSync(config) ? config : false,
    sourceMaps: true,
  });
  writeWhole(`${to}.map`, map);
  writeWhole(to, `${code.trimEnd()}\n//# sourceMappingURL=${path.basename(to)}.map\n`);
}

function readManifest(dist, settings) {
  try {
    const manifest = JSON.parse(fs.readFileSync(path.join(dist, manifestName), 'utf8'));
    return manifest.settings === settings ? manifest.files : {};
  } catch {
    return {};
  }
}
