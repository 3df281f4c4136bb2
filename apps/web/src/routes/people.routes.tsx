import type { RouteObject } from 'react-router';

/** Pages without a session. */
export const publicRoutes: RouteObject[] = [
  { path: '/people', lazy: async () => ({ Component: (await import('../features/people/people-page.js')).PeoplePage }) },
  { path: '/people/:id', lazy: async () => ({ Component: (await import('../features/people/person-page.js')).PersonPage }) },
];
/** Pages for signed-in people. */
export const memberRoutes: RouteObject[] = [
  { path: '/my/profile', lazy: async () => ({ Component: (await import('../features/people/my-profile-page.js')).MyProfilePage }) },
];
