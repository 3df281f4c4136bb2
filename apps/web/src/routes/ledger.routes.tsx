import type { RouteObject } from 'react-router';

/** Pages without a session. */
export const publicRoutes: RouteObject[] = [
  { path: '/ledger', lazy: async () => ({ Component: (await import('../features/ledger/ledger-page.js')).LedgerPage }) },
];
/** Pages for signed-in people. */
export const memberRoutes: RouteObject[] = [];
