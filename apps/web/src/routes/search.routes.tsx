import type { RouteObject } from 'react-router';

/** Pages without a session. */
export const publicRoutes: RouteObject[] = [
  { path: '/compare', lazy: async () => ({ Component: (await import('../features/search/compare-page.js')).ComparePage }) },
  { path: '/search', lazy: async () => ({ Component: (await import('./search-with-saving.js')).SearchWithSaving }) },
];
/** Pages for signed-in people. */
export const memberRoutes: RouteObject[] = [
  { path: '/dictionary', lazy: async () => ({ Component: (await import('../features/dictionary/dictionary-page.js')).DictionaryPage }) },
];
