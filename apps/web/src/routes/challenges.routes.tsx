import type { RouteObject } from 'react-router';

const lists = () => import('../features/challenges/challenge-list-page.js');
const editor = async () => ({ Component: (await import('../features/challenges/challenge-editor-page.js')).ChallengeEditorPage });

/** Pages without a session. */
export const publicRoutes: RouteObject[] = [
  { path: '/challenges', lazy: async () => ({ Component: (await import('./board-of-member.js')).BoardOfMember }) },
  { path: '/challenges/statistics', lazy: async () => ({ Component: (await import('../features/challenges/statistics-page.js')).ChallengeStatisticsPage }) },
  { path: '/challenges/:id', lazy: async () => ({ Component: (await import('./challenge-whole.js')).ChallengeWhole }) },
  { path: '/challenge-tasks/:id', lazy: async () => ({ Component: (await import('../features/challenge-performance/task-page.js')).TaskPage }) },
];
/** Pages for signed-in people. */
export const memberRoutes: RouteObject[] = [
  { path: '/challenges/:id/claim', lazy: async () => ({ Component: (await import('../features/challenges/claim-page.js')).ClaimPage }) },
  { path: '/my/challenges', lazy: async () => ({ Component: (await lists()).MyChallengesPage }) },
  { path: '/my/challenges/new', lazy: editor },
  { path: '/my/challenges/:id/edit', lazy: editor },
  { path: '/my/claims', lazy: async () => ({ Component: (await lists()).TakenChallengesPage }) },
  { path: '/review/relations', lazy: async () => ({ Component: (await import('../features/challenge-engines/relations-page.js')).RelationsPage }) },
  { path: '/review/challenges', lazy: async () => ({ Component: (await lists()).ChallengeDeskPage }) },
  { path: '/review/challenges/:id/rewrite', lazy: async () => ({ Component: (await import('../features/challenges/rewrite-page.js')).RewritePage }) },
];
