import { useParams } from 'react-router';
import { useSession } from '../app/session.js';
import { FromDemandButton } from '../features/challenges/from-demand-button.js';
import { ClarityHints } from '../features/demands/clarity-hints.js';
import { ChooseBroker } from './choose-broker.js';
import { RequestIntroduction } from '../features/introductions/request-introduction.js';
import { MatchListPage } from '../features/matches/match-list-page.js';
import type { Match } from '../features/matches/matches.api.js';

const contact = (match: Match) => (
  <RequestIntroduction
    demandId={match.demandId}
    achievementId={match.achievementId}
    title={match.item?.title ?? ''}
    current={match.introduction}
    size="small"
  />
);

/** A demand's achievements, with the ways on where nothing fits. */
export function MatchesOfDemand() {
  const { id = '' } = useParams();
  const { can } = useSession();
  return (
    <MatchListPage
      demandId={id}
      actions={contact}
      ways={{ sharpen: <ClarityHints demandId={id} />, broker: can('mandate.grant') ? <ChooseBroker demandId={id} /> : undefined, challenge: can('challenge.write') ? <FromDemandButton demandId={id} /> : undefined }}
    />
  );
}

/** An achievement's demands. */
export function MatchesOfAchievement() {
  const { id = '' } = useParams();
  return <MatchListPage achievementId={id} actions={contact} />;
}
