import { lazy, Suspense } from 'react';
import { useSession } from '../app/session.js';
import { BoardPage } from '../features/challenges/board-page.js';

// The board is public; what only some may do is fetched by them.
const UnitChallengesPanel = lazy(async () => ({ default: (await import('../features/people-matches/unit-challenges-panel.js')).UnitChallengesPanel }));
const SaveSearch = lazy(async () => ({ default: (await import('../features/alerts/save-search.js')).SaveSearch }));

/** The board, with the items that fit the reader's unit, where whoever is signed in can keep what he looks for. */
export function BoardOfMember() {
  const { me, can } = useSession();
  const fits = can('claim.write') ? (
    <Suspense>
      <UnitChallengesPanel />
    </Suspense>
  ) : null;
  const keep = (address: string, text: string) =>
    me ? (
      <Suspense>
        <SaveSearch key={address} address={address} text={text} />
      </Suspense>
    ) : null;
  return <BoardPage fits={fits} actions={keep} />;
}
