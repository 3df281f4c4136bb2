import type { RouteObject } from 'react-router';

/** Pages without a session. */
export const publicRoutes: RouteObject[] = [];
/** Pages for signed-in people. */
export const memberRoutes: RouteObject[] = [
  { path: '/match-bench', lazy: async () => ({ Component: (await import('../features/match-bench/bench-page.js')).BenchPage }) },
  { path: '/match-bench/:demandId', lazy: async () => ({ Component: (await import('../features/match-bench/ranking-page.js')).RankingPage }) },
];
