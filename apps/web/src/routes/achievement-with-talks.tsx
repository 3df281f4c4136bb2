import { lazy, Suspense } from 'react';
import { useSession } from '../app/session.js';
import { AchievementPage } from '../features/achievements/achievement-page.js';
import { RequestIntroduction } from '../features/introductions/request-introduction.js';
import { ConfidentialPanel } from '../features/tiers/confidential-panel.js';

// Only those who work with matches fetch their code: the page itself is public.
const MatchesPanel = lazy(async () => ({ default: (await import('../features/matches/matches-panel.js')).MatchesPanel }));
const PricePanel = lazy(async () => ({ default: (await import('./price-panel.js')).PricePanel }));

/** An achievement with the way to its owner and, for that owner, the demands that fit it. */
export function AchievementWithTalks() {
  const { can } = useSession();
  return (
    <AchievementPage
      contact={(achievement) => <RequestIntroduction achievementId={achievement.id} title={achievement.title} />}
      confidential={(achievement) => <ConfidentialPanel kind="ACHIEVEMENT" id={achievement.id} />}
      below={(achievement) => (
        <>
          <Suspense>
            <PricePanel achievement={achievement} />
          </Suspense>
          {can('match.read') ? (
          <Suspense>
            <MatchesPanel
              achievementId={achievement.id}
              actions={(match) => (
                <RequestIntroduction
                  demandId={match.demandId}
                  achievementId={match.achievementId}
                  title={match.item?.title ?? ''}
                  current={match.introduction}
                  size="small"
                />
              )}
            />
          </Suspense>
        ) : null}
        </>
      )}
    />
  );
}
