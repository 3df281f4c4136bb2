import { useQuery } from '@tanstack/react-query';
import { Table, Tabs, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { EmptyState, PageFrame, Panel } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { usePageTitle } from '../../app/page-title.js';
import { since } from '../../lib/format.js';
import { DueTag } from '../../lib/light.js';
import { MatterTag } from './matter-tag.js';
import { getMatters, matterKeys, pageSize, type MatterItem } from './matters.api.js';

/** The branch's matters after registration, the nearest last day first. */
export function MattersPage() {
  const { t } = useTranslation('aftercare');
  usePageTitle(t('title'));
  const [params, setParams] = useSearchParams();
  const all = params.get('view') === 'all';
  const page = Math.max(1, Number(params.get('page')) || 1);
  const { data, error, isFetching, refetch } = useQuery({ queryKey: matterKeys.list(all, page), queryFn: () => getMatters(all, page), placeholderData: (before) => before });
  const columns: TableColumnsType<MatterItem> = [
    {
      title: t('column.contract'),
      key: 'contract',
      render: (_, m) => (
        <div style={{ minWidth: 180 }}>
          <Link to={`/matters/${m.id}`}>{m.contract?.title}</Link>
          <div className="muted num">{m.contract?.registrationNo}</div>
        </div>
      ),
    },
    { title: t('column.kind'), key: 'kind', render: (_, m) => t(`kind.${m.kind}`) },
    { title: t('column.status'), key: 'status', render: (_, m) => <MatterTag matter={m} /> },
    { title: t('column.due'), key: 'due', render: (_, m) => (m.dueOn ? <DueTag dueOn={m.dueOn} light={m.light} /> : null) },
    { title: t('column.updated'), key: 'updated', responsive: ['lg'], render: (_, m) => since(m.updatedAt) },
  ];
  if (error) return <FailedToLoad error={error} retry={() => void refetch()} />;
  return (
    <PageFrame title={t('title')} meta={t('lead')}>
      <Panel>
        <Tabs
          activeKey={all ? 'all' : 'toDo'}
          onChange={(key) => setParams(key === 'all' ? { view: 'all' } : {})}
          items={[
            { key: 'toDo', label: t('toDo') },
            { key: 'all', label: t('all') },
          ]}
        />
        <Table<MatterItem>
          rowKey="id"
          columns={columns}
          dataSource={data?.items}
          loading={isFetching && !data}
          scroll={{ x: true }}
          pagination={{ current: page, pageSize, total: data?.total ?? 0, hideOnSinglePage: true, showSizeChanger: false, onChange: (to) => setParams({ ...(all ? { view: 'all' } : {}), page: String(to) }) }}
          locale={{ emptyText: <EmptyState text={t('emptyDesk')} /> }}
        />
      </Panel>
    </PageFrame>
  );
}
