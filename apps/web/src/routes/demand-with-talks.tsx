import { lazy, Suspense } from 'react';
import { useSession } from '../app/session.js';
import { OfferButton } from '../features/broker-handover/offer-button.js';
import { FromDemandButton } from '../features/challenges/from-demand-button.js';
import { ClarityHints } from '../features/demands/clarity-hints.js';
import { DemandPage } from '../features/demands/demand-page.js';
import { ChooseBroker } from './choose-broker.js';
import { RequestIntroduction } from '../features/introductions/request-introduction.js';
import { ConfidentialPanel } from '../features/tiers/confidential-panel.js';

// Only those who work with matches fetch their code: the page itself is public.
const MatchesPanel = lazy(async () => ({ default: (await import('../features/matches/matches-panel.js')).MatchesPanel }));
const PeopleFitPanel = lazy(async () => ({ default: (await import('../features/people-matches/people-fit-panel.js')).PeopleFitPanel }));
const HandoverPanel = lazy(async () => ({ default: (await import('../features/broker-handover/handover-panel.js')).HandoverPanel }));

/** A demand with the way to its owner and, for that owner, the achievements that fit it. */
export function DemandWithTalks() {
  const { can } = useSession();
  return (
    <DemandPage
      contact={(demand) => <RequestIntroduction demandId={demand.id} title={demand.title} />}
      own={(demand) => (can('challenge.write') ? <FromDemandButton demandId={demand.id} /> : null)}
      below={(demand) => (
        <>
          {can('match.read') ? (
            <Suspense>
              <MatchesPanel
                demandId={demand.id}
                ways={{ sharpen: <ClarityHints demandId={demand.id} />, broker: can('mandate.grant') ? <ChooseBroker demandId={demand.id} /> : undefined, challenge: can('challenge.write') ? <FromDemandButton demandId={demand.id} /> : undefined }}
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
              {can('mandate.read') ? <HandoverPanel demandId={demand.id} /> : null}
              {demand.status === 'PUBLISHED' ? (
                <PeopleFitPanel
                  demandId={demand.id}
                  action={({ person }) =>
                    demand.isOwn && person.role === 'BROKER' && person.organisationId ? (
                      <OfferButton demandId={demand.id} personProfileId={person.id} name={person.organisationName ?? ''} />
                    ) : null
                  }
                />
              ) : null}
            </Suspense>
          ) : null}
          <ConfidentialPanel kind="DEMAND" id={demand.id} />
        </>
      )}
    />
  );
}
