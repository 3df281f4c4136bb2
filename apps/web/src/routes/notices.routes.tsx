import type { RouteObject } from 'react-router';

const editor = async () => ({ Component: (await import('../features/notices/notice-editor-page.js')).NoticeEditorPage });

/** Pages without a session. */
export const publicRoutes: RouteObject[] = [
  { path: '/notices', lazy: async () => ({ Component: (await import('../features/notices/notices-page.js')).NoticesPage }) },
  { path: '/notices/:id', lazy: async () => ({ Component: (await import('../features/notices/notice-page.js')).NoticePage }) },
];
/** Pages for signed-in people. */
export const memberRoutes: RouteObject[] = [
  { path: '/my/notices', lazy: async () => ({ Component: (await import('../features/notices/my-notices-page.js')).MyNoticesPage }) },
  { path: '/my/notices/new', lazy: editor },
  { path: '/my/notices/:id/edit', lazy: editor },
];
