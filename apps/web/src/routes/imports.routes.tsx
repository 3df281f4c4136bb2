import type { RouteObject } from 'react-router';

/** Pages without a session. */
export const publicRoutes: RouteObject[] = [];
/** Pages for signed-in people. */
export const memberRoutes: RouteObject[] = [
  { path: '/imports', lazy: async () => ({ Component: (await import('../features/imports/imports-page.js')).ImportsPage }) },
  { path: '/imports/:id', lazy: async () => ({ Component: (await import('../features/imports/import-page.js')).ImportPage }) },
];
