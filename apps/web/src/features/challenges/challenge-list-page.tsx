import { useQuery } from '@tanstack/react-query';
import { Button, Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { EmptyState, PageFrame, Panel, StatusTag } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { usePageTitle } from '../../app/page-title.js';
import { moment, since } from '../../lib/format.js';
import { challengeTone } from './challenge-status.js';
import { challengeKeys, getList, pageSize, type ListItem, type ListName } from './challenges.api.js';

const pathOf = (c: ListItem): string => (c.availableActions.includes('edit') ? `/my/challenges/${c.id}/edit` : `/challenges/${c.id}`);

function ChallengeList({ which }: { which: ListName }) {
  const { t } = useTranslation('challenges');
  usePageTitle(t(`list.${which}`));
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const page = Math.max(1, Number(params.get('page')) || 1);
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: challengeKeys.list(which, page),
    queryFn: () => getList(which, page),
    placeholderData: (before) => before,
  });
  const create =
    which === 'mine' ? (
      <Button type="primary" onClick={() => void navigate('/my/challenges/new')}>
        {t('create')}
      </Button>
    ) : null;
  const columns: TableColumnsType<ListItem> = [
    {
      title: t('field.title'),
      key: 'title',
      render: (_, c) => (
        <div style={{ minWidth: 180 }}>
          <Link to={pathOf(c)}>{c.title || t('untitled')}</Link>
          <div className="muted num">{[c.number, which === 'mine' ? '' : c.organisation?.name].filter(Boolean).join(' · ')}</div>
        </div>
      ),
    },
    { title: t('field.kind'), key: 'kind', responsive: ['lg'], width: 180, render: (_, c) => t(`kind.${c.kind}`) },
    {
      title: t('field.status'),
      key: 'status',
      width: 130,
      render: (_, c) => <StatusTag tone={challengeTone[c.status]}>{t(`status.${c.status}`)}</StatusTag>,
    },
    {
      title: t('field.claimsCloseAt'),
      key: 'close',
      responsive: ['md'],
      width: 160,
      render: (_, c) => (c.claimsCloseAt ? <span className="num">{moment(c.claimsCloseAt)}</span> : ''),
    },
    { title: t('field.updatedAt'), key: 'updated', responsive: ['sm'], width: 120, render: (_, c) => since(c.updatedAt) },
  ];
  return (
    <PageFrame title={t(`list.${which}`)} meta={<span>{t(`listHint.${which}`)}</span>} actions={create}>
      {error ? <FailedToLoad error={error} retry={() => void refetch()} /> : null}
      <Panel>
        <Table<ListItem>
          rowKey="id"
          columns={columns}
          dataSource={data?.items}
          loading={isFetching && !data}
          scroll={{ x: true }}
          pagination={{
            current: page,
            pageSize,
            total: data?.total ?? 0,
            hideOnSinglePage: true,
            showSizeChanger: false,
            onChange: (p) => setParams({ page: String(p) }),
          }}
          locale={{ emptyText: <EmptyState text={t(`emptyList.${which}`)} action={create} /> }}
        />
      </Panel>
    </PageFrame>
  );
}

export const MyChallengesPage = () => <ChallengeList which="mine" />;
export const ChallengeDeskPage = () => <ChallengeList which="desk" />;
export const TakenChallengesPage = () => <ChallengeList which="taken" />;
