import type { RouteObject } from 'react-router';

const rewardForm = async () => ({ Component: (await import('../features/rewards/reward-form-page.js')).RewardFormPage });

/** Pages without a session. */
export const publicRoutes: RouteObject[] = [];
/** Pages for signed-in people. */
export const memberRoutes: RouteObject[] = [
  { path: '/contracts/:id/change', lazy: async () => ({ Component: (await import('./contract-change.js')).ContractChangePage }) },
  { path: '/income', lazy: async () => ({ Component: (await import('../features/receipts/income-page.js')).IncomePage }) },
  { path: '/rewards', lazy: async () => ({ Component: (await import('../features/rewards/rewards-page.js')).RewardsPage }) },
  { path: '/rewards/new', lazy: rewardForm },
  { path: '/rewards/:id', lazy: async () => ({ Component: (await import('../features/rewards/reward-page.js')).RewardPage }) },
  { path: '/rewards/:id/edit', lazy: rewardForm },
  { path: '/statistics', lazy: async () => ({ Component: (await import('../features/statistics/statistics-page.js')).StatisticsPage }) },
  { path: '/annual-report', lazy: async () => ({ Component: (await import('../features/statistics/annual-report-page.js')).AnnualReportPage }) },
  { path: '/matters', lazy: async () => ({ Component: (await import('../features/contract-matters/matters-page.js')).MattersPage }) },
  { path: '/matters/:id', lazy: async () => ({ Component: (await import('../features/contract-matters/matter-page.js')).MatterPage }) },
];
