import { useQuery } from '@tanstack/react-query';
import { Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { MetricCode, MetricGroup, QualityProblem, TaskCode } from '@jihui/domain';
import { Loading, PageFrame, Panel } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { usePageTitle } from '../../app/page-title.js';
import { count, moment } from '../../lib/format.js';
import { exactMoney, money } from '../../lib/money.js';
import { loadMetrics, overviewKeys, type MetricEntry } from './overview.api.js';

/** 指标说明: every number that this reader meets, with its definition, its source and its records. */
export function MetricsPage() {
  const { t } = useTranslation(['overview', 'quality']);
  usePageTitle(t('metrics.title'));
  const { data, error, refetch } = useQuery({ queryKey: overviewKeys.metrics, queryFn: loadMetrics });
  const sources: Record<string, string> = t('metrics.source', { returnObjects: true });
  const wordsOf = ({ group, code }: MetricEntry): { name: string; definition: string } => {
    const [metric, problem, task] = [MetricCode.safeParse(code), QualityProblem.safeParse(code), TaskCode.safeParse(code)];
    if (group === 'PUBLIC' && metric.success) return { name: t(`metric.${metric.data}.name`), definition: t(`metric.${metric.data}.definition`) };
    if (group === 'QUALITY' && problem.success) return { name: t(`quality:problem.${problem.data}.name`), definition: t(`quality:problem.${problem.data}.definition`) };
    if (group === 'QUALITY') return { name: t('quality:metric.ITEMS.name'), definition: t('quality:metric.ITEMS.definition') };
    if (task.success) return { name: t(`task.${task.data}`), definition: t('metrics.task') };
    return { name: code, definition: '' };
  };
  const columns: TableColumnsType<MetricEntry> = [
    { title: t('metrics.column.name'), key: 'name', render: (_, m) => <div style={{ minWidth: 96 }}>{wordsOf(m).name}</div> },
    {
      title: t('metrics.column.value'),
      key: 'value',
      align: 'right',
      render: (_, m) => (
        <Link to={m.link} className="num" title={m.unit === 'FEN' ? exactMoney(m.value) : undefined} style={{ whiteSpace: 'nowrap' }}>
          {m.unit === 'FEN' ? money(m.value) : count(Number(m.value))}
        </Link>
      ),
    },
    { title: t('metrics.column.definition'), key: 'definition', render: (_, m) => <div style={{ minWidth: 160 }}>{wordsOf(m).definition}</div> },
    {
      title: t('metrics.column.source'),
      key: 'source',
      responsive: ['md'],
      render: (_, m) => m.source.map((s) => sources[s] ?? s).join('、'),
    },
  ];
  const [first] = data ?? [];
  return (
    <PageFrame title={t('metrics.title')} meta={t('metrics.intro')}>
      {error ? <FailedToLoad error={error} retry={() => void refetch()} /> : null}
      {data ? (
        <>
          <p className="muted" style={{ fontSize: 13 }}>
            {first ? t('metrics.asOf', { time: moment(first.asOf) }) : null}
            <br />
            {t('metrics.live')}
          </p>
          {MetricGroup.options
            .filter((group) => data.some((m) => m.group === group))
            .map((group) => (
              <Panel key={group} title={t(`metrics.group.${group}`)}>
                <Table<MetricEntry> rowKey="code" columns={columns} dataSource={data.filter((m) => m.group === group)} scroll={{ x: true }} pagination={false} />
              </Panel>
            ))}
        </>
      ) : error ? null : (
        <Loading />
      )}
    </PageFrame>
  );
}
