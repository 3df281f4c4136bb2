import type { RouteObject } from 'react-router';

/** Pages without a session. */
export const publicRoutes: RouteObject[] = [
  { path: '/search', lazy: async () => ({ Component: (await import('../features/search/search-page.js')).SearchPage }) },
];
/** Pages for signed-in people. */
export const memberRoutes: RouteObject[] = [];
