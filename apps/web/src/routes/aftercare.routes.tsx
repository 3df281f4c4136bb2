import type { RouteObject } from 'react-router';

/** Pages without a session. */
export const publicRoutes: RouteObject[] = [];
/** Pages for signed-in people. */
export const memberRoutes: RouteObject[] = [
  { path: '/contracts/:id/change', lazy: async () => ({ Component: (await import('./contract-change.js')).ContractChangePage }) },
  { path: '/matters', lazy: async () => ({ Component: (await import('../features/contract-matters/matters-page.js')).MattersPage }) },
  { path: '/matters/:id', lazy: async () => ({ Component: (await import('../features/contract-matters/matter-page.js')).MatterPage }) },
];
