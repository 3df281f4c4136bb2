import type { RouteObject } from 'react-router';

/** Pages without a session. */
export const publicRoutes: RouteObject[] = [
  { path: '/', lazy: async () => ({ Component: (await import('../features/overview/front-page.js')).FrontPage }) },
  { path: '/metrics', lazy: async () => ({ Component: (await import('../features/overview/metrics-page.js')).MetricsPage }) },
];
/** Pages for signed-in people. */
export const memberRoutes: RouteObject[] = [
  { path: '/home', lazy: async () => ({ Component: (await import('../features/overview/home-page.js')).HomePage }) },
  { path: '/matches', lazy: async () => ({ Component: (await import('../features/overview/my-matches-page.js')).MyMatchesPage }) },
];
