import type { RouteObject } from 'react-router';

/** Pages without a session. */
export const publicRoutes: RouteObject[] = [];
/** Pages for signed-in people. */
export const memberRoutes: RouteObject[] = [
  { path: '/quality', lazy: async () => ({ Component: (await import('../features/quality/board-page.js')).BoardPage }) },
  { path: '/quality/items', lazy: async () => ({ Component: (await import('../features/quality/items-page.js')).ItemsPage }) },
  { path: '/quality/duplicates', lazy: async () => ({ Component: (await import('../features/quality/duplicates-page.js')).DuplicatesPage }) },
  { path: '/quality/duplicates/:id', lazy: async () => ({ Component: (await import('../features/quality/duplicate-page.js')).DuplicatePage }) },
];
