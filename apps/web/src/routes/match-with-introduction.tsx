import { RequestIntroduction } from '../features/introductions/request-introduction.js';
import { MatchPage } from '../features/matches/match-page.js';

/** A match with its next step: asking the other side for an introduction. */
export function MatchWithIntroduction() {
  return (
    <MatchPage
      contact={(m) => (
        <RequestIntroduction
          demandId={m.demandId}
          achievementId={m.achievementId}
          title={(m.demand?.isOwn ? m.achievement?.title : m.demand?.title) ?? ''}
          current={m.introduction}
        />
      )}
    />
  );
}
