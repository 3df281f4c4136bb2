import { lazy, Suspense } from 'react';
import { useSession } from '../app/session.js';
import { BoardPage } from '../features/challenges/board-page.js';

// The board is public; keeping its search needs a session, and the form is fetched then.
const SaveSearch = lazy(async () => ({ default: (await import('../features/alerts/save-search.js')).SaveSearch }));

/** The board, where those who are signed in can keep what they look for. */
export function BoardWithSaving() {
  const { me } = useSession();
  return (
    <BoardPage
      actions={(address, text) =>
        me ? (
          <Suspense>
            <SaveSearch key={address} address={address} text={text} />
          </Suspense>
        ) : null
      }
    />
  );
}
