import type { RouteObject } from 'react-router';

/** Pages without a session. */
export const publicRoutes: RouteObject[] = [{ path: '/confirm', lazy: async () => ({ Component: (await import('../features/freshness/confirm-page.js')).ConfirmPage }) }];
/** Pages for signed-in people. */
export const memberRoutes: RouteObject[] = [];
