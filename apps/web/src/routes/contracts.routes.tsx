import type { RouteObject } from 'react-router';

/** Pages without a session. */
export const publicRoutes: RouteObject[] = [
  { path: '/register', lazy: async () => ({ Component: (await import('../features/contracts/register-page.js')).RegisterPage }) },
  { path: '/verify', lazy: async () => ({ Component: (await import('../features/contracts/verify-page.js')).VerifyPage }) },
  {
    path: '/verify/:number',
    lazy: async () => ({ Component: (await import('../features/contracts/certificate-page.js')).CertificatePage }),
  },
];
/** Pages for signed-in people. */
export const memberRoutes: RouteObject[] = [
  { path: '/contracts', lazy: async () => ({ Component: (await import('../features/contracts/contracts-page.js')).ContractsPage }) },
  {
    path: '/contracts/new',
    lazy: async () => ({ Component: (await import('../features/contracts/new-contract-page.js')).NewContractPage }),
  },
  { path: '/contracts/:id', lazy: async () => ({ Component: (await import('./contract-with-estimate.js')).ContractWithEstimate }) },
  {
    path: '/contracts/:id/edit',
    lazy: async () => ({ Component: (await import('../features/contracts/contract-editor-page.js')).ContractEditorPage }),
  },
  { path: '/contracts/:id/text', lazy: async () => ({ Component: (await import('./contract-drafting.js')).ContractDrafting }) },
  { path: '/review/loads', lazy: async () => ({ Component: (await import('../features/desk/desk-load-page.js')).DeskLoadPage }) },
  { path: '/review', lazy: async () => ({ Component: (await import('./review-with-text.js')).ReviewWithText }) },
];
