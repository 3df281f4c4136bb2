import { useQuery } from '@tanstack/react-query';
import { Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { QualityProblem } from '@jihui/domain';
import { EmptyState, Loading, PageFrame, Panel } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { usePageTitle } from '../../app/page-title.js';
import { count, moment } from '../../lib/format.js';
import { getBoard, qualityKeys, type QualityRow } from './quality.api.js';
import './quality.css';

const listOf = (problem: QualityProblem | null, unit?: string): string => {
  // A pair is judged beside its other half, not in a list of items.
  const params = new URLSearchParams({ ...(problem ? { problem } : {}), ...(unit ? { unit } : {}) });
  return `/quality/items?${params.toString()}`;
};

/** 数据质量: what is missing, vague, stale, double or expired, by organisation; every number opens its items. */
export function BoardPage() {
  const { t } = useTranslation('quality');
  usePageTitle(t('title'));
  const { data, error, refetch } = useQuery({ queryKey: qualityKeys.board, queryFn: getBoard });
  const numberOf = (row: QualityRow, problem: QualityProblem): number => row.counts.find((c) => c.problem === problem)?.count ?? 0;
  const shown = QualityProblem.options.filter((problem) => data?.counts.some((c) => c.problem === problem && c.count));
  const columns: TableColumnsType<QualityRow> = [
    { title: t('unit'), key: 'unit', render: (_, row) => <div style={{ minWidth: 150 }}>{row.organisationName}</div> },
    { title: t('score'), key: 'score', align: 'right', render: (_, row) => <span className="num">{row.score}</span> },
    { title: t('items'), key: 'items', align: 'right', render: (_, row) => <Link to={listOf(null, row.organisationId)}>{count(row.items)}</Link> },
    {
      title: t('list.why'),
      key: 'problems',
      render: (_, row) => {
        const found = shown.filter((problem) => numberOf(row, problem));
        if (!found.length) return <span className="muted">{t('clean')}</span>;
        return (
          <div className="quality-chips">
            {found.map((problem) => (
              <Link key={problem} to={listOf(problem, row.organisationId)} title={t(`problem.${problem}.definition`)}>
                {t(`problem.${problem}.name`)} <b className="num">{count(numberOf(row, problem))}</b>
              </Link>
            ))}
          </div>
        );
      },
    },
  ];
  return (
    <PageFrame title={t('title')} meta={t('intro')} actions={<Link to="/metrics">{t('metrics')}</Link>}>
      {error ? <FailedToLoad error={error} retry={() => void refetch()} /> : null}
      {data ? (
        <>
          <section className="quality-numbers" aria-label={t('title')}>
            <Link to={listOf(null)} className="quality-number">
              <span className="num">{data.items ? data.score : '—'}</span>
              {t('score')}
            </Link>
            <Link to={listOf(null)} className="quality-number" title={t('metric.ITEMS.definition')}>
              <span className="num">{count(data.items)}</span>
              {t('metric.ITEMS.name')}
            </Link>
            {data.counts.map(({ problem, count: n }) => (
              <Link key={problem} to={listOf(problem)} className={n ? 'quality-number' : 'quality-number quality-zero'} title={t(`problem.${problem}.definition`)}>
                <span className="num">{count(n)}</span>
                {t(`problem.${problem}.name`)}
              </Link>
            ))}
          </section>
          <p className="muted quality-note">
            {t('asOf', { time: moment(data.asOf) })} · <Link to="/quality/duplicates" style={{ textDecoration: 'underline' }}>{t('duplicates.title')}</Link>
          </p>
          <Panel>
            <Table<QualityRow>
              rowKey="organisationId"
              columns={columns}
              dataSource={data.rows}
              scroll={{ x: true }}
              pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
              locale={{ emptyText: <EmptyState text={t('empty')} /> }}
            />
            <p className="muted quality-note">{t('explain')}</p>
          </Panel>
        </>
      ) : error ? null : (
        <Loading />
      )}
    </PageFrame>
  );
}
