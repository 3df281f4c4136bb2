import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Loading, PageFrame, Panel } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { usePageTitle } from '../../app/page-title.js';
import { day } from '../../lib/format.js';
import { MarkedTexts } from './marked-texts.js';
import { JudgeButtons } from './judge-buttons.js';
import { BandSentence, KeyTerms, MustHaves, Similarity } from './match-figures.js';
import { explainMatch, matchKeys, type Explanation } from './matches.api.js';
import { RaisePanel } from './raise-panel.js';
import { SharedBars } from './shared-bars.js';
import './matches.css';

/** Why a demand and an achievement were matched: both texts side by side with what they share marked, and what is missing. */
export function MatchPage({ contact }: { contact?: (match: Explanation['match']) => ReactNode }) {
  const { t } = useTranslation('matches');
  const { demandId = '', achievementId = '' } = useParams();
  const { data, error, refetch } = useQuery({
    queryKey: matchKeys.one(demandId, achievementId),
    queryFn: () => explainMatch(demandId, achievementId),
  });
  usePageTitle(t('explanation'));
  if (error) return <FailedToLoad error={error} retry={() => void refetch()} />;
  if (!data) return <Loading rows={10} />;
  const { match, demandTexts, achievementTexts } = data;
  const own = match.demand?.isOwn
    ? { href: `/demands/${demandId}/matches`, title: match.demand.title }
    : { href: `/achievements/${achievementId}/matches`, title: match.achievement?.title ?? '' };
  return (
    <PageFrame
      title={t('explanation')}
      crumbs={[own, { title: t('explanation') }]}
      link={(href, title) => <Link to={href}>{title}</Link>}
      meta={<BandSentence match={match} />}
      actions={
        <>
          {contact?.(match)}
          <JudgeButtons match={match} />
        </>
      }
    >
      <div className="match-columns">
        <Panel title={t('sharedTitle')}>
          <SharedBars match={match} />
          <p className="muted match-note">{t('sharedNote')}</p>
          <Similarity match={match} />
        </Panel>
        <Panel title={t('missingTitle')}>
          <KeyTerms match={match} />
          <MustHaves match={match} />
          <p className="muted match-note">{t('missingNote')}</p>
        </Panel>
      </div>
      <div className="match-columns">
        <Panel title={t('demand')} extra={<span className="muted">{match.demand?.organisation?.name ?? t('unnamed')}</span>}>
          <MarkedTexts texts={demandTexts} titleLink={`/demands/${demandId}`} />
          <Indicators match={match} />
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

/** Figures that no text comparison can answer: to be asked in the talk. */
function Indicators({ match }: { match: Explanation['match'] }) {
  const { t } = useTranslation(['matches', 'codes']);
  const indicators = match.demand?.indicators ?? [];
  if (!indicators.length) return null;
  const value = (i: (typeof indicators)[number]): string =>
    `${i.op === 'GE' || i.op === 'LE' || i.op === 'EQ' ? `${t(`codes:indicatorOp.${i.op}`)} ` : ''}${i.value}${i.unit ? ` ${i.unit}` : ''}`;
  return (
    <>
      <h3 className="match-sub">{t('indicators')}</h3>
      <ul className="match-indicators">
        {indicators.map((i) => (
          <li key={`${i.name} ${i.value}`}>
            <span>{i.name}</span>
            <span className="num">{value(i)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
