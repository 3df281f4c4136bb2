import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { Loading, PageFrame, Panel } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { usePageTitle } from '../../app/page-title.js';
import { day } from '../../lib/format.js';
import { MarkedTexts } from './marked-texts.js';
import { JudgeButtons } from './judge-buttons.js';
import { BandSentence, Similarity } from './match-figures.js';
import { ConstraintAnswers, KeyTermList, SynonymLines, unwrittenOf } from './match-reasons.js';
import { MustHaveTable } from './must-have-table.js';
import { explainMatch, type Explanation } from './explanation.api.js';
import { matchKeys } from './matches.api.js';
import { RaisePanel } from './raise-panel.js';
import { SharedBars } from './shared-bars.js';
import { useConstraints } from './use-constraints.js';
import './matches.css';

/** Why a demand and an achievement were matched: both texts side by side with what they share marked, and what is missing. */
export function MatchPage({ contact }: { contact?: (match: Explanation['match']) => ReactNode }) {
  const { t } = useTranslation('matches');
  const { demandId = '', achievementId = '' } = useParams();
  const { constraints } = useConstraints();
  const [params] = useSearchParams();
  const side = params.get('of') === 'achievement' ? 'ACHIEVEMENT' : 'DEMAND';
  const { data, error, refetch } = useQuery({
    queryKey: matchKeys.one(demandId, achievementId, side, constraints),
    queryFn: () => explainMatch(demandId, achievementId, side, constraints),
  });
  usePageTitle(t('explanation'));
  if (error) return <FailedToLoad error={error} retry={() => void refetch()} />;
  if (!data) return <Loading rows={10} />;
  const { match, demandTexts, achievementTexts } = data;
  const back = new URLSearchParams([...params].filter(([key]) => key !== 'of')).toString();
  const isDemandsList = params.has('of') ? side === 'DEMAND' : (match.demand?.isOwn ?? false);
  const list = isDemandsList
    ? { href: `/demands/${demandId}/matches?${back}`, title: match.demand?.title ?? '' }
    : { href: `/achievements/${achievementId}/matches?${back}`, title: match.achievement?.title ?? '' };
  return (
    <PageFrame
      title={t('explanation')}
      crumbs={[list, { title: t('explanation') }]}
      link={(href, title) => <Link to={href}>{title}</Link>}
      meta={<BandSentence match={match} withModel />}
      actions={
        <>
          {contact?.(match)}
          <JudgeButtons match={match} />
        </>
      }
    >
      <Panel title={t('answer.title')}>
        <MustHaveTable match={match} />
        <ConstraintAnswers answers={data.constraints} constraints={constraints} isDemand={isDemandsList} />
      </Panel>
      <div className="match-columns">
        <Panel title={t('sharedTitle')}>
          <SharedBars match={match} unwritten={unwrittenOf(data)} />
          <SynonymLines synonyms={data.synonyms} />
          <p className="muted match-note">{t('sharedNote')}</p>
          <Similarity match={match} />
        </Panel>
        <Panel title={t('missingTitle')}>
          <KeyTermList match={match} />
          <p className="muted match-note">{t('missingNote')}</p>
        </Panel>
      </div>
      <div className="match-columns">
        <Panel title={t('demand')} extra={<span className="muted">{match.demand?.organisation?.name ?? t('unnamed')}</span>}>
          <MarkedTexts texts={demandTexts} titleLink={`/demands/${demandId}`} />
        </Panel>
        <Panel title={t('achievement')} extra={<span className="muted">{match.achievement?.organisation?.name}</span>}>
          <MarkedTexts texts={achievementTexts} titleLink={`/achievements/${achievementId}`} />
        </Panel>
      </div>
      <RaisePanel explanation={data} />
      <p className="muted match-note">{t('model', { version: match.modelVersion, day: day(match.computedAt) })}</p>
    </PageFrame>
  );
}
