import type { RouteObject } from 'react-router';

/** Pages without a session. */
export const publicRoutes: RouteObject[] = [
  { path: '/unsubscribe', lazy: async () => ({ Component: (await import('../features/alerts/unsubscribe-page.js')).UnsubscribePage }) },
];
/** Pages for signed-in people. */
export const memberRoutes: RouteObject[] = [
  { path: '/alerts', lazy: async () => ({ Component: (await import('../features/alerts/alerts-page.js')).AlertsPage }) },
];
