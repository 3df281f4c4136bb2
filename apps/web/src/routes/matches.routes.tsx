import type { RouteObject } from 'react-router';

/** Pages without a session. */
export const publicRoutes: RouteObject[] = [];
/** Pages for signed-in people. */
export const memberRoutes: RouteObject[] = [
  {
    path: '/matches/:demandId/:achievementId',
    lazy: async () => ({ Component: (await import('./match-with-introduction.js')).MatchWithIntroduction }),
  },
  { path: '/match-models', lazy: async () => ({ Component: (await import('../features/matches/models-page.js')).ModelsPage }) },
  { path: '/embedder', lazy: async () => ({ Component: (await import('../features/embedder/embedder-page.js')).EmbedderPage }) },
  { path: '/demands/:id/matches', lazy: async () => ({ Component: (await import('./matches-of-item.js')).MatchesOfDemand }) },
  { path: '/achievements/:id/matches', lazy: async () => ({ Component: (await import('./matches-of-item.js')).MatchesOfAchievement }) },
];
