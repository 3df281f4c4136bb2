import fs from 'node:fs';
import { explain, say, stopwatch } from './progress.mjs';
import { sourceFolders, transpile } from './transpile.mjs';

/** Watches what the API consists of; a change is transpiled, migrated where need be, and restarted. */
export function reloadOnChange({ apps, migrate }) {
  const changed = new Set();
  let timer;
  let reloading = Promise.resolve();

  const reload = async () => {
    const names = [...changed];
    changed.clear();
    if (names.length === 0) return;
    const done = stopwatch();
    try {
      const { written, removed } = await transpile();
      if (written + removed === 0) return;
      if (names.some((name) => name.includes('migrations'))) await migrate();
      await Promise.all(apps.map((app) => app.restart()));
      done(`已重新加载 ${names[0]}${names.length > 1 ? ` 等 ${names.length} 个文件` : ''}`);
    } catch (error) {
      say(explain(error));
    }
  };

  const watchers = sourceFolders
    .filter((folder) => fs.existsSync(folder))
    .map((folder) =>
      fs.watch(folder, { recursive: true }, (_event, name) => {
        if (!name || /\.spec\.ts$|\.part$|~$/.test(name)) return;
        changed.add(name);
        clearTimeout(timer);
        timer = setTimeout(() => (reloading = reloading.then(reload)), 150);
      }),
    );

  return async () => {
    clearTimeout(timer);
    watchers.forEach((watcher) => watcher.close());
    await reloading;
  };
}
