import { DownloadOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Flex, Select, Table, Tabs, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { formatYuan, shanghaiDay, StatisticsBasis, StatisticsCut, statisticsFilter, type StatisticsFilter } from '@jihui/domain';
import { DayInput, EmptyState, PageFrame, Panel } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { usePageTitle } from '../../app/page-title.js';
import { money } from '../../lib/money.js';
import { CountedTable } from './counted-table.js';
import { getBehind, getStatistics, type StatLine } from './statistics.api.js';

/** 统计: counts and both amounts of the branch by one cut; a number opens the contracts that it is made of. */
export function StatisticsPage() {
  const { t } = useTranslation(['aftercare', 'codes']);
  usePageTitle(t('statistics.title'));
  const [params, setParams] = useSearchParams();
  const today = shanghaiDay(new Date());
  const asked = statisticsFilter.safeParse({ from: params.get('from'), until: params.get('until'), basis: params.get('basis') });
  const filter: StatisticsFilter = asked.success ? asked.data : { from: `${today.slice(0, 4)}-01-01`, until: today, basis: 'PLATFORM' };
  const cut = StatisticsCut.catch('CLASS').parse(params.get('cut'));
  const key = params.get('key');
  const change = (next: Record<string, string | null>) =>
    setParams((old) => {
      const now = new URLSearchParams({ ...Object.fromEntries(old), ...filter });
      for (const [name, value] of Object.entries(next)) {
        if (value === null) now.delete(name);
        else now.set(name, value);
      }
      return now;
    });
  const { data, error, isFetching, refetch } = useQuery({ queryKey: ['statistics', filter, cut], queryFn: () => getStatistics(filter, cut), placeholderData: keepPreviousData });
  const behind = useQuery({ queryKey: ['statistics', 'behind', filter, cut, key], queryFn: () => getBehind(filter, cut, key === 'ALL' ? null : key), enabled: key !== null });
  const wordOf = (line: StatLine): string => {
    if (line.label) return line.label;
    if (line.key === 'NONE') return t('statistics.none');
    if (cut === 'CLASS') return t(`codes:contractClass.${line.key}` as 'codes:contractClass.DEV');
    if (cut === 'FIELD') return t(`codes:techField.${line.key}` as 'codes:techField.NEW_MATERIALS');
    if (cut === 'SELLER_KIND' || cut === 'BUYER_KIND') return t(`codes:organisationKind.${line.key}` as 'codes:organisationKind.ENTERPRISE');
    return line.key;
  };
  const number = (line: { key: string; count: number }, open: string) =>
    line.count ? (
      <Button type="link" size="small" onClick={() => change({ key: open })}>
        {line.count}
      </Button>
    ) : (
      '0'
    );
  const columns: TableColumnsType<StatLine> = [
    { title: t(`statistics.cut.${cut}`), key: 'key', render: (_, l) => wordOf(l) },
    { title: t('statistics.count'), key: 'count', align: 'right', render: (_, l) => number(l, l.key) },
    { title: t('statistics.totalAmount'), key: 'total', align: 'right', render: (_, l) => <span title={formatYuan(l.totalAmount)}>{money(l.totalAmount)}</span> },
    { title: t('statistics.techAmount'), key: 'tech', align: 'right', render: (_, l) => <span title={formatYuan(l.techAmount)}>{money(l.techAmount)}</span> },
  ];
  if (error && !data) return <FailedToLoad error={error} retry={() => void refetch()} />;
  const query = new URLSearchParams(filter).toString();
  return (
    <PageFrame
      title={t('statistics.title')}
      meta={t('statistics.lead')}
      actions={
        <Button icon={<DownloadOutlined />} href={`/exports/statistics.xlsx?${query}`}>
          {t('statistics.export')}
        </Button>
      }
    >
      {error ? <FailedToLoad error={error} retry={() => void refetch()} /> : null}
      <Panel>
        <Flex gap={12} wrap style={{ marginBottom: 8 }}>
          {(['from', 'until'] as const).map((name) => (
            <div key={name} style={{ width: 160 }}>
              <DayInput value={filter[name]} onChange={(value) => value && change({ [name]: value, key: null })} aria-label={t(`statistics.${name}`)} />
            </div>
          ))}
          <Select
            value={filter.basis}
            aria-label={t('statistics.basisLabel')}
            style={{ minWidth: 220 }}
            options={StatisticsBasis.options.map((value) => ({ value, label: t(`statistics.basis.${value}`) }))}
            onChange={(value) => change({ basis: value, key: null })}
          />
        </Flex>
        <Tabs activeKey={cut} onChange={(next) => change({ cut: next, key: null })} items={StatisticsCut.options.map((value) => ({ key: value, label: t(`statistics.cut.${value}`) }))} />
        <Table<StatLine>
          rowKey="key"
          size="small"
          columns={columns}
          dataSource={data ? [...data.lines] : []}
          loading={isFetching && !data}
          scroll={{ x: true }}
          pagination={false}
          locale={{ emptyText: <EmptyState text={t('statistics.empty')} /> }}
          summary={() =>
            data ? (
              <Table.Summary.Row>
                <Table.Summary.Cell index={0}>{t('statistics.sum')}</Table.Summary.Cell>
                <Table.Summary.Cell index={1} align="right">
                  {number(data.sum, 'ALL')}
                </Table.Summary.Cell>
                <Table.Summary.Cell index={2} align="right">
                  <strong title={formatYuan(data.sum.totalAmount)}>{money(data.sum.totalAmount)}</strong>
                </Table.Summary.Cell>
                <Table.Summary.Cell index={3} align="right">
                  <strong title={formatYuan(data.sum.techAmount)}>{money(data.sum.techAmount)}</strong>
                </Table.Summary.Cell>
              </Table.Summary.Row>
            ) : null
          }
        />
        {data ? (
          <p className="muted">
            {t('statistics.changed', { count: data.changed })} {t('statistics.takenOut')} {number(data.takenOut, 'OUT')}
          </p>
        ) : null}
        <p className="muted">{t('statistics.rule')}</p>
      </Panel>
      {key !== null ? (
        <Panel
          title={t('statistics.behind', { count: behind.data?.length ?? 0 })}
          extra={
            <Button type="link" onClick={() => change({ key: null })}>
              {t('statistics.close')}
            </Button>
          }
        >
          <CountedTable contracts={behind.data} loading={behind.isPending} />
        </Panel>
      ) : null}
    </PageFrame>
  );
}
