import type { RouteObject } from 'react-router';

/** Pages without a session. */
export const publicRoutes: RouteObject[] = [];
/** Pages for signed-in people. */
export const memberRoutes: RouteObject[] = [
  {
    path: '/negotiations',
    lazy: async () => ({ Component: (await import('../features/negotiations/negotiations-page.js')).NegotiationsPage }),
  },
  {
    path: '/negotiations/:id',
    lazy: async () => ({ Component: (await import('./negotiation-with-tiers.js')).NegotiationWithTiers }),
  },
];
