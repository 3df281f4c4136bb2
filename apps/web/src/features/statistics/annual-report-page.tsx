import { DownloadOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button, Flex, Select, Statistic, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { formatYuan, shanghaiDay } from '@jihui/domain';
import { EmptyState, Loading, PageFrame, Panel, StatusTag } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { usePageTitle } from '../../app/page-title.js';
import { money } from '../../lib/money.js';
import { CountedTable } from './counted-table.js';
import { getReport, type Report } from './statistics.api.js';

const sums = ['received', 'techIncome', 'netIncome', 'rewards', 'paid'] as const;

/** 成果转化年度报告 of one's unit in one click, with what an auditor would ask about. */
export function AnnualReportPage() {
  const { t } = useTranslation(['aftercare', 'codes']);
  usePageTitle(t('report.title'));
  const [params, setParams] = useSearchParams();
  const thisYear = Number(shanghaiDay(new Date()).slice(0, 4));
  const year = Number(params.get('year')) || thisYear;
  const { data, error, refetch } = useQuery({ queryKey: ['annual-report', year], queryFn: () => getReport(year) });
  return (
    <PageFrame
      title={t('report.title')}
      meta={t('report.lead')}
      actions={
        <>
          <Select
            value={year}
            aria-label={t('report.year')}
            options={Array.from({ length: 6 }, (_, i) => ({ value: thisYear - i, label: t('report.yearOf', { year: thisYear - i }) }))}
            onChange={(value) => setParams({ year: String(value) })}
          />
          <Button type="primary" icon={<DownloadOutlined />} href={`/exports/annual-report.xlsx?year=${year}`}>
            {t('report.export')}
          </Button>
        </>
      }
    >
      {error ? <FailedToLoad error={error} retry={() => void refetch()} /> : null}
      {data ? <Sheets report={data} /> : error ? null : <Loading rows={8} />}
    </PageFrame>
  );
}

function Sheets({ report: r }: { report: Report }) {
  const { t } = useTranslation(['aftercare', 'codes']);
  return (
    <>
      <Panel title={t('report.money')}>
        <Flex gap={32} wrap>
          <Statistic title={t('report.achievements')} value={r.achievements} styles={{ content: { fontSize: 18 } }} />
          {sums.map((name) => (
            <Statistic key={name} title={t(`report.sum.${name}`)} value={money(r[name])} styles={{ content: { fontSize: 18 } }} />
          ))}
        </Flex>
      </Panel>
      <Panel title={t('report.anomalies', { count: r.anomalies.length })}>
        {r.anomalies.length ? (
          <ul style={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 8 }}>
            {r.anomalies.map((a) => (
              <li key={`${a.code} ${a.link}`}>
                <StatusTag tone="attention">{t(`report.anomaly.${a.code}`)}</StatusTag> <Link to={a.link}>{a.title}</Link>{' '}
                {a.amount ? <span className="num muted">{formatYuan(a.amount)}</span> : null}
              </li>
            ))}
          </ul>
        ) : (
          <EmptyState text={t('report.noAnomalies')} />
        )}
      </Panel>
      <Panel title={t('report.classes')}>
        <Table
          rowKey="contractClass"
          size="small"
          pagination={false}
          scroll={{ x: true }}
          dataSource={[...r.classes]}
          columns={[
            { title: t('statistics.cut.CLASS'), key: 'c', render: (_, l) => t(`codes:contractClass.${l.contractClass}`) },
            { title: t('statistics.count'), dataIndex: 'count', align: 'right' },
            { title: t('statistics.totalAmount'), key: 'total', align: 'right', render: (_, l) => <span title={formatYuan(l.totalAmount)}>{money(l.totalAmount)}</span> },
            { title: t('statistics.techAmount'), key: 'tech', align: 'right', render: (_, l) => <span title={formatYuan(l.techAmount)}>{money(l.techAmount)}</span> },
          ]}
        />
      </Panel>
      <Panel title={t('report.contracts', { count: r.contracts.length })}>
        <CountedTable contracts={r.contracts} />
      </Panel>
    </>
  );
}
