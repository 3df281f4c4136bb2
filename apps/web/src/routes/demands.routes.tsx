import type { RouteObject } from 'react-router';

/** Pages without a session. */
export const publicRoutes: RouteObject[] = [
  { path: '/demands/:id', lazy: async () => ({ Component: (await import('./demand-with-talks.js')).DemandWithTalks }) },
];
const editor = async () => ({ Component: (await import('./editors-with-tiers.js')).DemandEditorWithTier });
/** Pages for signed-in people. */
export const memberRoutes: RouteObject[] = [
  { path: '/my/demands', lazy: async () => ({ Component: (await import('../features/demands/my-demands-page.js')).MyDemandsPage }) },
  { path: '/my/demands/new', lazy: editor },
  { path: '/my/demands/:id/edit', lazy: editor },
  {
    path: '/review/demands',
    lazy: async () => ({ Component: (await import('../features/demands/review-demands-page.js')).ReviewDemandsPage }),
  },
];
