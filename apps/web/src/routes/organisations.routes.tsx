import type { RouteObject } from 'react-router';

/** Pages without a session. */
export const publicRoutes: RouteObject[] = [
  { path: '/organisations', lazy: async () => ({ Component: (await import('../features/organisations/organisations-page.js')).OrganisationsPage }) },
  { path: '/organisations/:id', lazy: async () => ({ Component: (await import('../features/organisations/organisation-page.js')).OrganisationPage }) },
  { path: '/signup', lazy: async () => ({ Component: (await import('../features/organisations/sign-up-page.js')).SignUpPage }) },
];
/** Pages for signed-in people. */
export const memberRoutes: RouteObject[] = [
  { path: '/review/organisations', lazy: async () => ({ Component: (await import('../features/organisations/review-page.js')).ReviewOrganisationsPage }) },
];
