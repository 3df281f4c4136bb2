import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading, Panel } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { useSession } from '../../app/session.js';
import { ApiError } from '../../lib/api.js';
import { since } from '../../lib/format.js';
import { LinkButton } from '../../lib/link-button.js';
import { MatchRow } from './match-row.js';
import { NothingFits, type WaysOn } from './nothing-fits.js';
import { getMatches, isIncomplete, matchKeys, type Item, type Match } from './matches.api.js';
import './matches.css';

const shownFirst = 5;
/** A new item is matched within seconds of its publication. */
const whileWaiting = 2000;
type Props = Item & {
  /** What one can do with a match besides reading why; routes bring it. */ actions?: (match: Match) => ReactNode;
  /** The way on where nothing fits. */ ways?: WaysOn;
};

/** The matches of a demand or of an achievement, for those whose business they are; everybody else sees nothing of it. */
export function MatchesPanel({ demandId, achievementId, actions, ways }: Props) {
  const { t } = useTranslation('matches');
  const { can } = useSession();
  const item = demandId ? { demandId } : { achievementId };
  const { data, error, refetch } = useQuery({
    queryKey: matchKeys.of(item),
    queryFn: () => getMatches(item),
    enabled: can('match.read'),
    refetchInterval: ({ state }) => (isIncomplete(state.data) ? whileWaiting : false),
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
  const page = demandId ? `/demands/${demandId}/matches` : `/achievements/${achievementId ?? ''}/matches`;
  if (!data.items.length)
    return (
      <Panel title={title} id="matches">
        <NothingFits isDemand={Boolean(demandId)} {...ways} />
        {data.declined.length ? <LinkButton to={page}>{t('judge.declined', { count: data.declined.length })}</LinkButton> : null}
      </Panel>
    );
  const items = data.items.slice(0, shownFirst);
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
      <LinkButton to={page}>{t('showAll', { count: data.items.length })}</LinkButton>
    </Panel>
  );
}
