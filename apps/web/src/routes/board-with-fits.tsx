import { lazy, Suspense } from 'react';
import { useSession } from '../app/session.js';
import { BoardPage } from '../features/challenges/board-page.js';

// Only those who may bid fetch it: the board is public.
const UnitChallengesPanel = lazy(async () => ({ default: (await import('../features/people-matches/unit-challenges-panel.js')).UnitChallengesPanel }));

/** The board, with the items that fit the reader's unit. */
export function BoardWithFits() {
  const { can } = useSession();
  return (
    <BoardPage
      fits={
        can('claim.write') ? (
          <Suspense>
            <UnitChallengesPanel />
          </Suspense>
        ) : null
      }
    />
  );
}
