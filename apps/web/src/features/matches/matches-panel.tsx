import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Loading, Panel } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { useSession } from '../../app/session.js';
import { ApiError } from '../../lib/api.js';
import { since } from '../../lib/format.js';
import { MatchRow } from './match-row.js';
import { getMatches, matchKeys, type Item, type Match } from './matches.api.js';
import './matches.css';

const shownFirst = 5;
/** A new item is matched within seconds of its publication. */
const whileWaiting = 3000;
type Props = Item & { /** What one can do with a match besides reading why; routes bring it. */ actions?: (match: Match) => ReactNode };

/** The matches of a demand or of an achievement, for those whose business they are; everybody else sees nothing of it. */
export function MatchesPanel({ demandId, achievementId, actions }: Props) {
  const { t } = useTranslation('matches');
  const { can } = useSession();
  const [isWhole, setWhole] = useState(false);
  const item = demandId ? { demandId } : { achievementId };
  const { data, error, refetch } = useQuery({
    queryKey: matchKeys.of(item),
    queryFn: () => getMatches(item),
    enabled: can('match.read'),
    refetchInterval: ({ state }) => (state.data?.computedAt === null ? whileWaiting : false),
  });
  const isNotMine = error instanceof ApiError && (error.code === 'FORBIDDEN' || error.code === 'NOT_FOUND');
  if (!can('match.read') || isNotMine) return null;
  const title = demandId ? t('ofDemand') : t('ofAchievement');
  if (error)
    return (
      <Panel title={title}>
        <FailedToLoad error={error} retry={() => void refetch()} />
      </Panel>
    );
  if (!data)
    return (
      <Panel title={title}>
        <Loading rows={4} />
      </Panel>
    );
  if (!data.computedAt)
    return (
      <Panel title={title}>
        <p role="status" className="muted">
          {t('waiting')}
        </p>
      </Panel>
    );
  if (!data.items.length)
    return (
      <Panel title={title}>
        <NothingFits isDemand={Boolean(demandId)} />
      </Panel>
    );
  const items = isWhole ? data.items : data.items.slice(0, shownFirst);
  return (
    <Panel
      title={title}
      extra={<span className="muted num">{t('asOf', { count: data.items.length, when: since(data.computedAt) })}</span>}
      id="matches"
    >
      <ul className="match-list">
        {items.map((match) => (
          <MatchRow key={match.id} match={match} actions={actions?.(match)} />
        ))}
      </ul>
      {items.length < data.items.length ? (
        <Button onClick={() => setWhole(true)}>{t('showAll', { count: data.items.length })}</Button>
      ) : null}
    </Panel>
  );
}

/** Nothing is close enough: what one can do, instead of a long list that means nothing. */
function NothingFits({ isDemand }: { isDemand: boolean }) {
  const { t } = useTranslation('matches');
  return (
    <>
      <strong>{t('nothing')}</strong>
      <p className="muted match-note">{t('nothingWhy')}</p>
      <ul className="match-ways">
        <li>{t(isDemand ? 'wayWords' : 'wayKeywords')}</li>
        <li>
          {t(isDemand ? 'waySearch' : 'wayDemands')}
          <Link to={isDemand ? '/search?kind=ACHIEVEMENT' : '/search?kind=DEMAND'}>
            {t(isDemand ? 'searchAchievements' : 'searchDemands')}
          </Link>
        </li>
        <li>
          {t('wayBroker')}
          <Link to="/organisations?kind=BROKER_FIRM">{t('brokers')}</Link>
        </li>
        <li>{t('wayWait')}</li>
      </ul>
    </>
  );
}
