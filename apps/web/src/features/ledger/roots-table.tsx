import { useQuery } from '@tanstack/react-query';
import { Table, Typography, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { EmptyState } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { count } from '../../lib/format.js';
import { getRoots, rootsPageSize, type LedgerRoot } from './ledger.api.js';

/** One line per day; opened, it shows where each branch's chain stood. */
export function RootsTable() {
  const { t } = useTranslation(['ledger', 'common']);
  const [params, setParams] = useSearchParams();
  const page = Math.max(1, Number(params.get('page')) || 1);
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['ledger', 'roots', page],
    queryFn: () => getRoots(page),
    placeholderData: (before) => before,
  });
  const columns: TableColumnsType<LedgerRoot> = [
    { title: t('roots.day'), key: 'day', render: (_, r) => <span style={{ whiteSpace: 'nowrap' }}>{r.day}</span> },
    { title: t('roots.count'), key: 'count', align: 'right', render: (_, r) => count(r.count) },
    { title: t('roots.total'), key: 'total', align: 'right', responsive: ['md'], render: (_, r) => count(r.total) },
    {
      title: t('roots.root'),
      key: 'root',
      render: (_, r) => (
        <Typography.Text copyable={{ text: r.root, tooltips: [t('roots.copy'), t('common:copied')] }}>
          <span className="ledger-hash ledger-root">{r.root}</span>
        </Typography.Text>
      ),
    },
  ];
  if (error) return <FailedToLoad error={error} retry={() => void refetch()} />;
  return (
    <>
      <p style={{ marginTop: 0 }}>{t('roots.intro')}</p>
      <Table<LedgerRoot>
        rowKey="day"
        columns={columns}
        dataSource={data?.items}
        loading={isFetching && !data}
        scroll={{ x: true }}
        expandable={{
          expandedRowRender: (r) => (
            <ul className="ledger-heads">
              <li>
                {t('roots.root')} <span className="ledger-hash">{r.root}</span>
              </li>
              {r.heads.map((head) => (
                <li key={head.chain}>
                  {t('roots.head', { chain: head.chain, seq: count(head.seq) })} <span className="ledger-hash">{head.hash}</span>
                </li>
              ))}
            </ul>
          ),
        }}
        pagination={{
          current: page,
          pageSize: rootsPageSize,
          total: data?.total ?? 0,
          hideOnSinglePage: true,
          showSizeChanger: false,
          onChange: (to) => setParams(to > 1 ? { page: String(to) } : {}),
        }}
        locale={{ emptyText: <EmptyState text={t('roots.empty')} /> }}
      />
    </>
  );
}
