import { useQuery } from '@tanstack/react-query';
import { Button, Select, Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { QualityProblem } from '@jihui/domain';
import { EmptyState, PageFrame, Panel } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { usePageTitle } from '../../app/page-title.js';
import { day } from '../../lib/format.js';
import { useAddress } from '../../lib/use-address.js';
import { ProblemTags } from './problem-tags.js';
import { getItems, pageSize, qualityKeys, type QualityItem } from './quality.api.js';
import './quality.css';

/** The items behind a number of the board, the poorest first: a list to work off. */
export function ItemsPage() {
  const { t } = useTranslation(['quality', 'common']);
  usePageTitle(t('list.title'));
  const { params, page, change } = useAddress();
  const chosen = QualityProblem.safeParse(params.get('problem'));
  const problem = chosen.success ? chosen.data : null;
  const unit = params.get('unit');
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: qualityKeys.items(problem, unit, page),
    queryFn: () => getItems(problem, unit, page),
    placeholderData: (before) => before,
  });
  const columns: TableColumnsType<QualityItem> = [
    {
      title: t('list.item'),
      key: 'item',
      render: (_, item) => (
        <div style={{ minWidth: 180 }}>
          <Link to={`/${item.kind === 'DEMAND' ? 'demands' : 'achievements'}/${item.id}`}>{item.title}</Link>
          <div className="muted" style={{ fontSize: 13 }}>
            {item.organisationName}
          </div>
        </div>
      ),
    },
    { title: t('score'), key: 'score', align: 'right', render: (_, item) => <span className="num">{item.score}</span> },
    { title: t('list.why'), key: 'why', render: (_, item) => <ProblemTags item={item} /> },
    { title: t('list.confirmed'), key: 'confirmed', responsive: ['md'], render: (_, item) => day(item.confirmedAt) },
  ];
  const options = [{ value: '', label: t('list.every') }, ...QualityProblem.options.map((value) => ({ value, label: t(`problem.${value}.name`) }))];
  const name = unit ? data?.items[0]?.organisationName : null;
  return (
    <PageFrame
      title={name ? t('list.of', { unit: name }) : t('list.title')}
      crumbs={[{ title: t('title'), href: '/quality' }, { title: t('list.title') }]}
      link={(href, title) => <Link to={href}>{title}</Link>}
      meta={problem ? `${t(`problem.${problem}.definition`)}。${t(`problem.${problem}.advice`)}。` : t('list.total', { n: data?.total ?? 0 })}
      actions={
        <>
          <Select aria-label={t('list.filter')} value={problem ?? ''} options={options} style={{ width: 160 }} onChange={(value) => change({ problem: value || null })} />
          {unit ? <Button onClick={() => change({ unit: null })}>{t('list.clear')}</Button> : null}
        </>
      }
    >
      {error ? <FailedToLoad error={error} retry={() => void refetch()} /> : null}
      <Panel>
        {problem ? <p className="muted quality-note">{t('list.total', { n: data?.total ?? 0 })}</p> : null}
        <Table<QualityItem>
          rowKey="id"
          columns={columns}
          dataSource={data?.items}
          loading={isFetching && !data}
          scroll={{ x: true }}
          pagination={{ current: page, pageSize, total: data?.total ?? 0, hideOnSinglePage: true, showSizeChanger: false, onChange: (to) => change({ page: String(to) }) }}
          locale={{ emptyText: <EmptyState text={t('none')} /> }}
        />
      </Panel>
    </PageFrame>
  );
}
