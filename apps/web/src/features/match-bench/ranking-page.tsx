import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Collapse, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Loading, PageFrame, Panel } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { usePageTitle } from '../../app/page-title.js';
import { useAddress } from '../../lib/use-address.js';
import { CandidateRow } from './candidate-row.js';
import { benchKeys, getOverview, getRanking, type Ranking } from './match-bench.api.js';
import './match-bench.css';

/** One demand against all that is published, under two model versions, with a grade for each pair. */
export function RankingPage() {
  const { t } = useTranslation('matchBench');
  const { demandId = '' } = useParams();
  const { params, change } = useAddress();
  const [first, second] = [params.get('a'), params.get('b')];
  const { data: overview } = useQuery({ queryKey: benchKeys.list(null, 1), queryFn: () => getOverview(null, 1) });
  const { data, error, refetch } = useQuery({
    queryKey: benchKeys.ranking(demandId, first, second),
    queryFn: () => getRanking(demandId, first, second),
    placeholderData: keepPreviousData,
  });
  usePageTitle(t('title'));
  if (error) return <FailedToLoad error={error} retry={() => void refetch()} />;
  if (!data) return <Loading rows={10} />;
  const { demand } = data;
  const models = (overview?.benchModels ?? []).map((m) => ({ value: m.name, label: m.inUse ? t('modelInUse', { name: m.name }) : m.name }));
  const choice = (label: string, key: 'a' | 'b', value: string) => (
    <label>
      {label}
      <Select value={value} options={models} onChange={(name: string) => change({ [key]: name })} aria-label={label} />
    </label>
  );
  return (
    <PageFrame
      title={demand.title}
      crumbs={[{ title: t('title'), href: '/match-bench' }, { title: demand.title }]}
      link={(href, title) => <Link to={href}>{title}</Link>}
    >
      <Panel>
        <div className="bench-models">
          {choice(t('modelA'), 'a', data.first.name)}
          {choice(t('modelB'), 'b', data.second.name)}
        </div>
        <Difference ranking={data} />
        <Collapse
          size="small"
          items={[
            {
              key: 'text',
              label: t('demandText'),
              children: (
                <>
                  <p className="bench-text">{demand.problem}</p>
                  {demand.keywords.length ? <p className="muted">{demand.keywords.join('、')}</p> : null}
                  <Link to={`/demands/${demand.id}`}>{t('openDemand')}</Link>
                </>
              ),
            },
          ]}
        />
      </Panel>
      <Panel title={t('candidates', { count: data.candidates.length })}>
        <p className="muted bench-note">{t('gradeHint')}</p>
        <ol className="bench-list">
          {data.candidates.map((c) => (
            <CandidateRow key={c.achievement.id} candidate={c} ranking={data} />
          ))}
        </ol>
      </Panel>
    </PageFrame>
  );
}

/** What the second version changes, in one sentence. */
function Difference({ ranking: { first, second, candidates } }: { ranking: Ranking }) {
  const { t } = useTranslation('matchBench');
  if (first.name === second.name) return <p className="muted bench-note">{t('sameModel')}</p>;
  const moved = candidates.filter((c) => c.first.place !== c.second.place).length;
  const bands = candidates.filter((c) => c.first.band !== c.second.band).length;
  return (
    <p className="bench-note num">
      {t('difference', { moved, bands })}
      {moved ? '' : t('sameOrder')}
    </p>
  );
}
