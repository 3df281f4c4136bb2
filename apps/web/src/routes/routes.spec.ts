import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { RouteObject } from 'react-router';

const folder = path.join(process.cwd(), 'apps/web/src/routes');

// Of two routes with one path the first wins silently, and the page behind the second is lost.
it('no two pages have the same address', async () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.routes.tsx'));
  const modules: { publicRoutes: RouteObject[]; memberRoutes: RouteObject[] }[] = await Promise.all(files.map((name) => import(path.join(folder, name))));
  const paths = modules.flatMap((m) => [...m.publicRoutes, ...m.memberRoutes]).map((route) => route.path);
  expect(paths.length).toBeGreaterThan(60);
  expect(paths.filter((one, i) => paths.indexOf(one) !== i)).toEqual([]);
});
