import type { RouteObject } from 'react-router';

/** Pages without a session. */
export const publicRoutes: RouteObject[] = [];
/** Pages for signed-in people. */
export const memberRoutes: RouteObject[] = [
  { path: '/ndas', lazy: async () => ({ Component: (await import('../features/tiers/ndas-page.js')).NdasPage }) },
];
