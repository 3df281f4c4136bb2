import type { RouteObject } from 'react-router';

/** Pages without a session. */
export const publicRoutes: RouteObject[] = [
  { path: '/search', lazy: async () => ({ Component: (await import('./search-with-saving.js')).SearchWithSaving }) },
];
/** Pages for signed-in people. */
export const memberRoutes: RouteObject[] = [];
