import { useQuery } from '@tanstack/react-query';
import { Button, Segmented, Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { boardAddress, boardFilterOf, BoardOutcome, ChallengeCut, filterKeyOfCut, type BoardFilter } from '@jihui/domain';
import { EmptyState, Loading, PageFrame, Panel } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { usePageTitle } from '../../app/page-title.js';
import { formatMoney } from '../../lib/format.js';
import { useRegionName } from '../../lib/regions.js';
import { figureKeys, getFigures, type Figure } from './statistics.api.js';

const sumOf = (rows: readonly Figure[], of: 'count' | 'claims' | 'awarded' | 'accepted' | 'noClaim') => rows.reduce((all, r) => all + r[of], 0);
const moneyOf = (rows: readonly Figure[], of: 'cash' | 'fiscal') => String(rows.reduce((all, r) => all + BigInt(r[of]), 0n));

/** Statistics of the board: every number opens to the items that it counts, and goes out as a table. */
export function ChallengeStatisticsPage() {
  const { t } = useTranslation(['challenges', 'codes']);
  const regionName = useRegionName();
  usePageTitle(t('figures.title'));
  const [params, setParams] = useSearchParams();
  const cut = ChallengeCut.safeParse(params.get('cut')).data ?? 'FIELD';
  const filter = boardFilterOf(new URLSearchParams([['stage', 'ALL'], ...[...params].filter(([key]) => key !== 'cut')]));
  const { data, error, refetch } = useQuery({ queryKey: figureKeys.of(cut, filter), queryFn: () => getFigures(cut, filter) });
  const word = (key: string | null): string => {
    if (key === null) return t('figures.open');
    if (cut === 'REGION') return regionName(key);
    if (cut === 'MONTH') return key;
    const names = { FIELD: 'codes:techField', KIND: 'kind', MODE: 'mode', STAGE: 'stage' } as const;
    return t(`${names[cut]}.${key}` as 'kind.ENTERPRISE_NEED');
  };
  // Only a field can be left open: every item has an owner with a place, a kind, a mode, a stage and a day of publication.
  const opened = (key: string | null, more: Partial<BoardFilter> = {}) => boardAddress({ ...filter, ...(key ? { [filterKeyOfCut[cut]]: key } : { unfilled: 'FIELD' }), ...more });
  const outcomes = (r: Figure) => ({ AWARDED: r.awarded, ACCEPTED: r.accepted, NO_CLAIM: r.noClaim, TERMINATED: r.terminated });
  const columns: TableColumnsType<Figure> = [
    { title: t(`figures.cut.${cut}`), key: 'key', render: (_, r) => <Link to={opened(r.key)}>{word(r.key)}</Link> },
    { title: t('figures.count'), key: 'count', align: 'right', render: (_, r) => <Link className="num" to={opened(r.key)}>{r.count}</Link> },
    { title: t('figures.cash'), key: 'cash', align: 'right', render: (_, r) => <span className="num">{formatMoney(r.cash)}</span> },
    { title: t('figures.fiscal'), key: 'fiscal', align: 'right', responsive: ['sm'], render: (_, r) => <span className="num">{formatMoney(r.fiscal)}</span> },
    { title: t('figures.claims'), key: 'claims', align: 'right', responsive: ['sm'], render: (_, r) => <span className="num">{r.claims}</span> },
    {
      title: t('figures.outcome'),
      key: 'outcome',
      responsive: ['sm'],
      render: (_, r) => (
        <span className="num" style={{ display: 'flex', flexWrap: 'wrap', columnGap: 12 }}>
          {BoardOutcome.options.map((outcome) => {
            const count = outcomes(r)[outcome];
            const said = `${t(`figures.outcomes.${outcome}`)} ${count}`;
            return count ? <Link key={outcome} to={opened(r.key, { outcome })}>{said}</Link> : <span key={outcome}>{said}</span>;
          })}
        </span>
      ),
    },
  ];
  const query = new URLSearchParams([...params].filter(([key]) => key !== 'cut'));
  return (
    <PageFrame
      title={t('figures.title')}
      crumbs={[{ title: t('board'), href: '/challenges' }, { title: t('figures.title') }]}
      link={(href, title) => <Link to={href}>{title}</Link>}
      meta={<span>{t('figures.hint')}</span>}
      actions={<Button href={`/exports/challenge-figures.csv?${new URLSearchParams([['cut', cut], ...query]).toString()}`}>{t('figures.export')}</Button>}
    >
      <Panel>
        <div style={{ overflowX: 'auto', marginBottom: 12 }}>
          <Segmented
            aria-label={t('figures.by')}
            value={cut}
            onChange={(value) => setParams((old) => (old.set('cut', value), old))}
            options={ChallengeCut.options.map((value) => ({ value, label: t(`figures.cut.${value}`) }))}
          />
        </div>
        {error ? (
          <FailedToLoad error={error} retry={() => void refetch()} />
        ) : !data ? (
          <Loading />
        ) : data.length === 0 ? (
          <EmptyState text={t('emptyBoard')} />
        ) : (
          <>
            <Table<Figure> rowKey={(r) => r.key ?? 'open'} size="small" columns={columns} dataSource={data} pagination={false} scroll={{ x: true }} />
            <p style={{ margin: '12px 0 0' }}>
              <Link to={boardAddress(filter)}>{t('figures.sum', { count: sumOf(data, 'count'), cash: formatMoney(moneyOf(data, 'cash')), fiscal: formatMoney(moneyOf(data, 'fiscal')) })}</Link>
            </p>
          </>
        )}
      </Panel>
    </PageFrame>
  );
}
