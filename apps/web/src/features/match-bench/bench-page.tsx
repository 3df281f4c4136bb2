import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Input, Pagination } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState, Loading, PageFrame, Panel } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { usePageTitle } from '../../app/page-title.js';
import { useAddress } from '../../lib/use-address.js';
import { benchKeys, getOverview, pageSize, type Overview } from './match-bench.api.js';
import './match-bench.css';

/** The operators' bench: which demand to look at, and what has been graded so far. */
export function BenchPage() {
  const { t } = useTranslation('matchBench');
  usePageTitle(t('title'));
  const { params, page, change } = useAddress();
  const text = params.get('text');
  const { data, error, refetch } = useQuery({ queryKey: benchKeys.list(text, page), queryFn: () => getOverview(text, page), placeholderData: keepPreviousData });
  if (error) return <FailedToLoad error={error} retry={() => void refetch()} />;
  if (!data) return <Loading rows={8} />;
  return (
    <PageFrame title={t('title')} meta={t('lead')} aside={<Figures figures={data.gradeFigures} />}>
      <Panel title={t('choose')}>
        <Input.Search
          key={text ?? ''}
          defaultValue={text ?? ''}
          placeholder={t('search')}
          aria-label={t('search')}
          maxLength={60}
          allowClear
          onSearch={(value) => change({ text: value.trim() || null })}
          style={{ maxWidth: 420, marginBottom: 12 }}
        />
        {data.benchDemands.items.length ? null : <EmptyState text={t('none')} />}
        <ul className="bench-demands">
          {data.benchDemands.items.map((d) => (
            <li key={d.id}>
              <Link to={`/match-bench/${d.id}`}>{d.title}</Link>
              <span className="muted num">{d.graded ? t('graded', { count: d.graded }) : ''}</span>
            </li>
          ))}
        </ul>
        <Pagination
          current={page}
          pageSize={pageSize}
          total={data.benchDemands.total}
          hideOnSinglePage
          showSizeChanger={false}
          onChange={(to) => change({ page: String(to) })}
        />
      </Panel>
    </PageFrame>
  );
}

/** What experts have graded, how far they agree, and the files that a model is fitted on. */
function Figures({ figures: f }: { figures: Overview['gradeFigures'] }) {
  const { t } = useTranslation('matchBench');
  return (
    <Panel title={t('grades')}>
      <p style={{ marginTop: 0 }} className="num">
        {t('gradesLine', { grades: f.grades, pairs: f.gradedPairs, graders: f.graders })}
      </p>
      <p className="num">
        {f.pairs ? t('agreement', { pairs: f.pairs, same: f.same, near: f.withinOne, kappa: f.kappa === null ? t('noKappa') : f.kappa.toFixed(2) }) : t('noTwo')}
      </p>
      {f.gradedPairs ? (
        <div className="bench-files">
          {(['labels', 'demands', 'achievements'] as const).map((name) => (
            <Button key={name} size="small" href={`/exports/match-grades/${name}.jsonl`}>{`${name}.jsonl`}</Button>
          ))}
        </div>
      ) : null}
      <p className="muted bench-note">{t('filesHint')}</p>
    </Panel>
  );
}
