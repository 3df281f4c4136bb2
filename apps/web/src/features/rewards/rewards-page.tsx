import { useQuery } from '@tanstack/react-query';
import { Table, Tabs, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { formatYuan } from '@jihui/domain';
import { EmptyState, PageFrame, Panel, StatusTag } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { usePageTitle } from '../../app/page-title.js';
import { DueTag } from '../../lib/light.js';
import { money } from '../../lib/money.js';
import { rewardTone } from './reward-status.js';
import { getDistributions, pageSize, rewardKeys, type DistributionItem } from './rewards.api.js';
import { DormantList, GrantList } from './rights-lists.js';

/** 奖酬分配, 赋权 and 沉睡成果 of one's unit. */
export function RewardsPage() {
  const { t } = useTranslation('aftercare');
  usePageTitle(t('reward.title'));
  const [params, setParams] = useSearchParams();
  const tab = params.get('tab') ?? 'list';
  return (
    <PageFrame title={t('reward.title')} meta={t('reward.lead')}>
      <Tabs
        activeKey={tab}
        onChange={(key) => setParams(key === 'list' ? {} : { tab: key }, { replace: true })}
        destroyOnHidden
        items={[
          { key: 'list', label: t('reward.title'), children: <Distributions /> },
          { key: 'grants', label: t('reward.grants'), children: <GrantList /> },
          { key: 'dormant', label: t('reward.dormant'), children: <DormantList /> },
        ]}
      />
    </PageFrame>
  );
}

function Distributions() {
  const { t } = useTranslation('aftercare');
  const [params, setParams] = useSearchParams();
  const page = Math.max(1, Number(params.get('page')) || 1);
  const { data, error, isFetching, refetch } = useQuery({ queryKey: rewardKeys.list(page), queryFn: () => getDistributions(page), placeholderData: (before) => before });
  const columns: TableColumnsType<DistributionItem> = [
    {
      title: t('column.contract'),
      key: 'contract',
      render: (_, d) => (
        <div style={{ minWidth: 160 }}>
          <Link to={`/rewards/${d.id}`}>{d.contract?.title}</Link>
          <div className="muted num">{d.contract?.registrationNo}</div>
        </div>
      ),
    },
    { title: t('reward.field.income'), key: 'income', align: 'right', responsive: ['md'], render: (_, d) => <span title={formatYuan(d.income)}>{money(d.income)}</span> },
    { title: t('reward.pool'), key: 'pool', align: 'right', render: (_, d) => <span title={formatYuan(d.pool)}>{money(d.pool)}</span> },
    { title: t('column.status'), key: 'status', render: (_, d) => <StatusTag tone={rewardTone[d.status]}>{t(`reward.status.${d.status}`)}</StatusTag> },
    { title: t('reward.payBy'), key: 'due', render: (_, d) => <DueTag dueOn={d.payBy} light={d.light} /> },
  ];
  if (error) return <FailedToLoad error={error} retry={() => void refetch()} />;
  return (
    <Panel>
      <Table<DistributionItem>
        rowKey="id"
        columns={columns}
        dataSource={data?.items}
        loading={isFetching && !data}
        scroll={{ x: true }}
        pagination={{ current: page, pageSize, total: data?.total ?? 0, hideOnSinglePage: true, showSizeChanger: false, onChange: (to) => setParams({ page: String(to) }) }}
        locale={{ emptyText: <EmptyState text={t('reward.empty')} /> }}
      />
    </Panel>
  );
}
