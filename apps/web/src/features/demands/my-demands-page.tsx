import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Input, Table, Tabs, Tag, type TableColumnsType } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { DemandStatus } from '@jihui/domain';
import { EmptyState, PageFrame, Panel, StatusTag } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { usePageTitle } from '../../app/page-title.js';
import { useSession } from '../../app/session.js';
import { since } from '../../lib/format.js';
import { moneyRange } from '../../lib/money.js';
import { demandTone } from './demand-status.js';
import { demandKeys, getMine, pageSize, type DemandFilter, type DemandItem } from './demands.api.js';

const pathOf = (d: DemandItem): string => (d.availableActions.includes('edit') ? `/my/demands/${d.id}/edit` : `/demands/${d.id}`);

/** The demands of one's enterprise by state. */
export function MyDemandsPage() {
  const { t } = useTranslation(['demands', 'common', 'codes']);
  usePageTitle(t('title'));
  const { can } = useSession();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const filter: DemandFilter = {
    status: DemandStatus.safeParse(params.get('status')).data ?? null,
    text: params.get('text'),
    importId: params.get('import'),
    page: Math.max(1, Number(params.get('page')) || 1),
  };
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: demandKeys.mine(filter),
    queryFn: () => getMine(filter),
    placeholderData: (before) => before,
  });
  const change = (next: Record<string, string | null>) =>
    setParams((old) => {
      const now = new URLSearchParams(old);
      for (const [key, value] of Object.entries({ page: null, ...next })) {
        if (value) now.set(key, value);
        else now.delete(key);
      }
      return now;
    });
  // A step may empty the last page.
  const isBeyond = data !== undefined && !data.myDemands.items.length && filter.page > 1;
  useEffect(() => {
    if (isBeyond) setParams((old) => new URLSearchParams([...old].filter(([key]) => key !== 'page')), { replace: true });
  }, [isBeyond, setParams]);
  const counts = new Map(data?.myDemandCounts.map((c) => [c.status, c.count]));
  const all = [...counts.values()].reduce((sum, n) => sum + n, 0);
  const isFiltered = Boolean(filter.status ?? filter.text ?? filter.importId);
  const create = can('demand.write') ? (
    <Button type="primary" onClick={() => void navigate('/my/demands/new')}>
      {t('create')}
    </Button>
  ) : null;

  const columns: TableColumnsType<DemandItem> = [
    { title: t('column.title'), key: 'title', render: (_, d) => <TitleCell demand={d} /> },
    {
      title: t('column.field'),
      key: 'field',
      responsive: ['lg'],
      width: 170,
      render: (_, d) => (d.techField ? t(`codes:techField.${d.techField}`) : ''),
    },
    {
      title: t('column.budget'),
      key: 'budget',
      responsive: ['md'],
      width: 170,
      render: (_, d) => moneyRange(d.budgetMin, d.budgetMax) || t('page.negotiable'),
    },
    { title: t('column.deadline'), key: 'deadline', responsive: ['md'], width: 110, render: (_, d) => d.deadline },
    {
      title: t('column.status'),
      key: 'status',
      width: 90,
      render: (_, d) => <StatusTag tone={demandTone[d.status]}>{t(`status.${d.status}`)}</StatusTag>,
    },
    { title: t('column.updated'), key: 'updated', responsive: ['sm'], width: 110, render: (_, d) => since(d.updatedAt) },
  ];
  return (
    <PageFrame title={t('mine')} actions={create}>
      {error ? <FailedToLoad error={error} retry={() => void refetch()} /> : null}
      <Panel>
        <Tabs
          activeKey={filter.status ?? 'ALL'}
          onChange={(key) => change({ status: key === 'ALL' ? null : key })}
          items={[
            { key: 'ALL', label: `${t('all')} ${all}` },
            ...DemandStatus.options.map((s) => ({ key: s, label: `${t(`status.${s}`)} ${counts.get(s) ?? 0}` })),
          ]}
        />
        <Input.Search
          key={filter.text ?? ''}
          defaultValue={filter.text ?? ''}
          placeholder={t('searchMine')}
          aria-label={t('searchMine')}
          allowClear
          onSearch={(text) => change({ text: text.trim() || null })}
          style={{ maxWidth: 320, marginBottom: 12 }}
        />
        {filter.importId ? (
          <Alert
            type="info"
            title={t('fromImport')}
            action={<Button onClick={() => change({ import: null })}>{t('clearFilter')}</Button>}
            style={{ marginBottom: 12 }}
          />
        ) : null}
        <Table<DemandItem>
          rowKey="id"
          columns={columns}
          dataSource={data?.myDemands.items}
          loading={isFetching && !data}
          scroll={{ x: true }}
          pagination={{
            current: filter.page,
            pageSize,
            total: data?.myDemands.total ?? 0,
            hideOnSinglePage: true,
            showSizeChanger: false,
            onChange: (page) => change({ page: String(page) }),
          }}
          locale={{
            emptyText: isFiltered ? (
              <EmptyState text={t('emptyFiltered')} action={<Button onClick={() => setParams({})}>{t('clearFilter')}</Button>} />
            ) : (
              <EmptyState text={t('emptyAll')} action={create} />
            ),
          }}
        />
      </Panel>
    </PageFrame>
  );
}

function TitleCell({ demand }: { demand: DemandItem }) {
  const { t } = useTranslation('demands');
  return (
    <div style={{ minWidth: 180 }}>
      <Link to={pathOf(demand)}>{demand.title || t('untitled')}</Link>
      {demand.anonymous ? <Tag style={{ marginInlineStart: 8 }}>{t('anonymousMark')}</Tag> : null}
      {demand.returnReason ? (
        <div style={{ color: '#9a6200', fontSize: 13 }}>
          {t('returned')}：{demand.returnReason}
        </div>
      ) : null}
    </div>
  );
}
