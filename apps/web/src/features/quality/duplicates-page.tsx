import { useQuery } from '@tanstack/react-query';
import { Segmented, Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DuplicateStatus } from '@jihui/domain';
import { EmptyState, PageFrame, Panel, StatusTag } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { usePageTitle } from '../../app/page-title.js';
import { since } from '../../lib/format.js';
import { useAddress } from '../../lib/use-address.js';
import { getDuplicates, pageSize, qualityKeys, type DuplicateLine } from './quality.api.js';
import './quality.css';

/** 疑似重复: the pairs that wait for a judgement, and those that were judged. */
export function DuplicatesPage() {
  const { t } = useTranslation('quality');
  usePageTitle(t('duplicates.title'));
  const { params, page, change } = useAddress();
  const chosen = DuplicateStatus.safeParse(params.get('status'));
  const status = chosen.success ? chosen.data : 'OPEN';
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: qualityKeys.duplicates(status, page),
    queryFn: () => getDuplicates(status, page),
    placeholderData: (before) => before,
  });
  const columns: TableColumnsType<DuplicateLine> = [
    {
      title: t('duplicates.column.pair'),
      key: 'pair',
      render: (_, pair) => (
        <Link to={`/quality/duplicates/${pair.id}`} style={{ display: 'block', minWidth: 180 }}>
          {pair.titles.map((title, n) => (
            <span key={n} style={{ display: 'block' }}>
              {title}
            </span>
          ))}
        </Link>
      ),
    },
    {
      title: t('duplicates.column.grounds'),
      key: 'grounds',
      render: (_, pair) => (
        <div style={{ display: 'flex', flexWrap: 'wrap', gap: 4 }}>
          {pair.grounds.map((ground) => (
            <StatusTag key={ground} tone="attention">
              {t(`duplicates.ground.${ground}`)}
            </StatusTag>
          ))}
        </div>
      ),
    },
    { title: t('duplicates.column.likeness'), key: 'likeness', align: 'right', render: (_, pair) => <span className="num">{`${Math.round(pair.resemblance * 100)}%`}</span> },
    { title: t('duplicates.column.found'), key: 'found', responsive: ['md'], render: (_, pair) => since(pair.createdAt) },
  ];
  return (
    <PageFrame
      title={t('duplicates.title')}
      crumbs={[{ title: t('title'), href: '/quality' }, { title: t('duplicates.title') }]}
      link={(href, title) => <Link to={href}>{title}</Link>}
      meta={t('duplicates.intro')}
    >
      {error ? <FailedToLoad error={error} retry={() => void refetch()} /> : null}
      <Panel>
        <Segmented
          aria-label={t('duplicates.title')}
          value={status}
          options={DuplicateStatus.options.map((value) => ({ value, label: t(`duplicates.status.${value}`) }))}
          onChange={(value) => change({ status: value })}
          style={{ marginBottom: 12 }}
        />
        <Table<DuplicateLine>
          rowKey="id"
          columns={columns}
          dataSource={data?.items}
          loading={isFetching && !data}
          scroll={{ x: true }}
          pagination={{ current: page, pageSize, total: data?.total ?? 0, hideOnSinglePage: true, showSizeChanger: false, onChange: (to) => change({ page: String(to) }) }}
          locale={{ emptyText: <EmptyState text={t(`duplicates.empty.${status}`)} /> }}
        />
      </Panel>
    </PageFrame>
  );
}
