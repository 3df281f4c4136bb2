import type { RouteObject } from 'react-router';

/** Pages without a session. */
export const publicRoutes: RouteObject[] = [
  { path: '/calculators/tax', lazy: async () => ({ Component: (await import('../features/rules/tax-calculator-page.js')).TaxCalculatorPage }) },
  { path: '/law', lazy: async () => ({ Component: (await import('../features/rules/rules-page.js')).RulesPage }) },
];
/** Pages for signed-in people. */
export const memberRoutes: RouteObject[] = [
  { path: '/rules', lazy: async () => ({ Component: (await import('../features/rules/rules-page.js')).RulesPage }) },
];
