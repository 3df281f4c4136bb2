import type { RouteObject } from 'react-router';

/** Pages without a session. */
export const publicRoutes: RouteObject[] = [
  { path: '/login', lazy: async () => ({ Component: (await import('../features/accounts/login-page.js')).LoginPage }) },
  { path: '/password/forgotten', lazy: async () => ({ Component: (await import('../features/accounts/password-forgotten-page.js')).PasswordForgottenPage }) },
  { path: '/password/reset', lazy: async () => ({ Component: (await import('../features/accounts/password-reset-page.js')).PasswordResetPage }) },
  { path: '/invitation', lazy: async () => ({ Component: (await import('../features/accounts/invitation-page.js')).InvitationPage }) },
];
/** Pages for signed-in people. */
export const memberRoutes: RouteObject[] = [
  { path: '/account', lazy: async () => ({ Component: (await import('../features/accounts/account-page.js')).AccountPage }) },
  { path: '/members', lazy: async () => ({ Component: (await import('../features/accounts/members-page.js')).MembersPage }) },
  { path: '/audit', lazy: async () => ({ Component: (await import('../features/audit/audit-page.js')).AuditPage }) },
  { path: '/jobs', lazy: async () => ({ Component: (await import('../features/audit/jobs-page.js')).JobsPage }) },
];
