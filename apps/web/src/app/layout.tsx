import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, Outlet, ScrollRestoration, useLocation } from 'react-router';
import { Loading } from '@jihui/ui';
import { FailedToLoad } from './error-page.js';
import { useKeyboard } from './keyboard.js';
import { SideMenu } from './side-menu.js';
import { useSession } from './session.js';
import { TopBar } from './top-bar.js';

/** The frame of every page. */
export function Layout() {
  const { t } = useTranslation();
  const { showsDemoData } = useSession();
  useKeyboard();
  return (
    <>
      <a className="skip-link" href="#main">
        {t('skip')}
      </a>
      {showsDemoData ? <div className="demo-bar no-print">{t('demo')}</div> : null}
      <TopBar />
      <Outlet />
      <footer className="foot no-print">
        <span>{t('footer')}</span>
        <span>{t('footerNote')}</span>
      </footer>
      <ScrollRestoration />
    </>
  );
}

/** Pages without a session. */
export function PublicArea() {
  return (
    <main id="main" className="content">
      <Suspense fallback={<Loading />}>
        <Outlet />
      </Suspense>
    </main>
  );
}

/** Pages of the workbench; a visitor is sent to sign in and comes back. */
export function MemberArea() {
  const { me, isPending, error } = useSession();
  const { pathname, search } = useLocation();
  if (isPending) return <main id="main" className="content"><Loading /></main>;
  if (error) return <main id="main" className="content"><FailedToLoad error={error} /></main>;
  if (!me) return <Navigate to={`/login?next=${encodeURIComponent(pathname + search)}`} replace />;
  return (
    <div className="workbench">
      <nav className="side wide-only no-print" aria-label={me.organisation?.name}>
        <div className="side-who">{me.organisation?.name}</div>
        <SideMenu />
      </nav>
      <main id="main" className="content">
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </main>
    </div>
  );
}
