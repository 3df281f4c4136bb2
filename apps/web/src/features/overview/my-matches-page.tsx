import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Pagination } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { supplierKinds } from '@jihui/domain';
import { EmptyState, Loading, PageFrame, Panel, StatusTag } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { usePageTitle } from '../../app/page-title.js';
import { useSession } from '../../app/session.js';
import { count, since } from '../../lib/format.js';
import { useAddress } from '../../lib/use-address.js';
import { loadMatches, matchesPerPage, overviewKeys, type MyMatch } from './overview.api.js';
import './overview.css';

/** All matches of one's own items, the newest first. */
export function MyMatchesPage() {
  const { t } = useTranslation('overview');
  usePageTitle(t('matches.title'));
  const { page, change } = useAddress();
  const { data, error, refetch } = useQuery({ queryKey: overviewKeys.matches(page), queryFn: () => loadMatches(page), placeholderData: keepPreviousData });
  if (error) return <FailedToLoad error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <PageFrame title={t('matches.title')} meta={t('matches.total', { n: count(data.total) })}>
      <Panel>
        {data.items.length ? (
          <ul className="task-list bare">
            {data.items.map((match) => (
              <MatchLine key={match.id} match={match} />
            ))}
          </ul>
        ) : (
          <EmptyState text={t('matches.empty')} />
        )}
      </Panel>
      <Pagination current={page} pageSize={matchesPerPage} total={data.total} hideOnSinglePage showSizeChanger={false} onChange={(to) => change({ page: String(to) })} />
    </PageFrame>
  );
}

function MatchLine({ match }: { match: MyMatch }) {
  const { t } = useTranslation(['overview', 'matches']);
  const { me } = useSession();
  const supplies = supplierKinds.some((kind) => kind === me?.organisation?.kind);
  const other = supplies ? (match.demand?.organisation?.name ?? t('unnamed')) : match.achievement?.organisation?.name;
  return (
    <li>
      <div>
        <Link to={`/matches/${match.demandId}/${match.achievementId}`}>{`${match.demand?.title ?? ''} ↔ ${match.achievement?.title ?? ''}`}</Link>
        <div className="newest-meta">{other}</div>
      </div>
      <span className="match-side">
        <StatusTag tone={match.band === 'STRONG' ? 'good' : 'active'}>{t(`matches:band.${match.band}`)}</StatusTag>
        <span className="task-when">{since(match.foundAt)}</span>
      </span>
    </li>
  );
}
