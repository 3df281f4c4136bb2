import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Panel, StatusTag } from '@jihui/ui';
import { count, moment } from '../../lib/format.js';
import { loadSearchState, overviewKeys } from './overview.api.js';

/** For the administrator: whether the search index does what it should. */
export function SearchStatePanel() {
  const { t } = useTranslation('overview');
  const { data } = useQuery({ queryKey: overviewKeys.searchState, queryFn: loadSearchState, refetchInterval: 30_000 });
  if (!data) return null;
  const isEqual = data.answering && data.documents === data.expected;
  return (
    <Panel title={t('searchState.title')} extra={<StatusTag tone={isEqual ? 'good' : 'attention'}>{t(isEqual ? 'searchState.fine' : data.answering ? 'searchState.behind' : 'searchState.away')}</StatusTag>}>
      <p className="state-line">{t('searchState.documents', { documents: data.documents === null ? '—' : count(data.documents), expected: count(data.expected) })}</p>
      {data.sweptAt ? <p className="state-line muted">{t('searchState.swept', { time: moment(data.sweptAt), repaired: count(data.repaired) })}</p> : null}
    </Panel>
  );
}
