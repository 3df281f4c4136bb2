import { lazy, Suspense } from 'react';
import { useSession } from '../app/session.js';
import { MeetingsPanel } from '../features/challenge-meetings/meetings-panel.js';
import { PerformancePanels } from '../features/challenge-performance/tasks-panel.js';
import { ChallengePage } from '../features/challenges/challenge-page.js';

// Only those who take part fetch what the engines say: the page itself is public.
const EnginePanels = lazy(async () => ({ default: (await import('../features/challenge-engines/engine-panels.js')).EnginePanels }));
const BiddersPanel = lazy(async () => ({ default: (await import('../features/people-matches/bidders-panel.js')).BiddersPanel }));
/** Until claiming ends one may look for who could claim. */
const seeking: readonly string[] = ['DRAFT', 'COLLECTING', 'SCREENED', 'ARGUED', 'APPROVED', 'CLAIM_OPEN'];
const announced: readonly string[] = ['QUALIFIED', 'REVIEW', 'DECIDED', 'NOTICE', 'AWARDED', 'RUNNING', 'ACCEPTED', 'FAILED_WITH_DILIGENCE', 'TERMINATED'];

/** An item with what comes after its decision, and with its timetable and conflicts for those who carry it out. */
export function ChallengeWhole() {
  const { can } = useSession();
  return (
    <ChallengePage
      first={(challenge) =>
        announced.includes(challenge.status) ? (
          <>
            <PerformancePanels challengeId={challenge.id} />
            {can('challenge.read') ? <MeetingsPanel challengeId={challenge.id} /> : null}
          </>
        ) : null
      }
      checks={(challenge) =>
        can('challenge.read') && challenge.isOrganiser ? (
          <Suspense>
            <EnginePanels challengeId={challenge.id} part="checks" />
          </Suspense>
        ) : null
      }
      below={(challenge) =>
        can('challenge.read') && (challenge.isOrganiser || challenge.isOwn) ? (
          <Suspense>
            <EnginePanels challengeId={challenge.id} part="review" />
          </Suspense>
        ) : null
      }
      last={(challenge) =>
        can('challenge.read') && (challenge.isOrganiser || challenge.isOwn) ? (
          <Suspense>
            {seeking.includes(challenge.status) ? <BiddersPanel challengeId={challenge.id} /> : null}
            <EnginePanels challengeId={challenge.id} part="timetable" />
          </Suspense>
        ) : null
      }
    />
  );
}
