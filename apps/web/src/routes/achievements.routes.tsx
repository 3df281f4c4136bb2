import type { RouteObject } from 'react-router';

/** Pages without a session. */
export const publicRoutes: RouteObject[] = [
  { path: '/achievements/:id', lazy: async () => ({ Component: (await import('./achievement-with-talks.js')).AchievementWithTalks }) },
];
const editor = async () => ({ Component: (await import('./editors-with-tiers.js')).AchievementEditorWithTier });
/** Pages for signed-in people. */
export const memberRoutes: RouteObject[] = [
  {
    path: '/my/achievements',
    lazy: async () => ({ Component: (await import('../features/achievements/my-achievements-page.js')).MyAchievementsPage }),
  },
  { path: '/my/achievements/new', lazy: editor },
  { path: '/my/achievements/disclose', lazy: async () => ({ Component: (await import('../features/disclosures/disclosure-page.js')).DisclosurePage }) },
  { path: '/my/achievements/:id/edit', lazy: editor },
];
