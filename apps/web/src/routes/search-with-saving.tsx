import { lazy, Suspense } from 'react';
import { useSession } from '../app/session.js';
import { SearchPage } from '../features/search/search-page.js';

// The page is public; keeping a search needs a session, and its form is fetched then.
const SaveSearch = lazy(async () => ({ default: (await import('../features/alerts/save-search.js')).SaveSearch }));

/** The search page, where those who are signed in can keep what they look for. */
export function SearchWithSaving() {
  const { me } = useSession();
  return (
    <SearchPage
      save={(address, text) =>
        me ? (
          <Suspense>
            <SaveSearch key={address} address={address} text={text} />
          </Suspense>
        ) : null
      }
    />
  );
}
