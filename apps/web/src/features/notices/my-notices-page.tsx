import { useQuery } from '@tanstack/react-query';
import { Button, Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { formatYuan } from '@jihui/domain';
import { EmptyState, PageFrame, Panel, StatusTag } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { usePageTitle } from '../../app/page-title.js';
import { since } from '../../lib/format.js';
import { money } from '../../lib/money.js';
import { noticeTone } from './notice-status.js';
import { getMine, noticeKeys, pageSize, type OwnNotice } from './notices.api.js';

/** The notices of one's unit, what needs an answer said first. */
export function MyNoticesPage() {
  const { t } = useTranslation('notices');
  usePageTitle(t('mine'));
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const page = Math.max(1, Number(params.get('page')) || 1);
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: noticeKeys.mine(page),
    queryFn: () => getMine(page),
    placeholderData: (before) => before,
  });
  const create = (
    <Button type="primary" onClick={() => void navigate('/my/notices/new')}>
      {t('create')}
    </Button>
  );
  const columns: TableColumnsType<OwnNotice> = [
    {
      title: t('column.name'),
      key: 'name',
      render: (_, n) => {
        const open = n.objections.filter((o) => !o.answeredAt).length;
        return (
          <div style={{ minWidth: 160 }}>
            <Link to={`/notices/${n.id}`}>{n.name}</Link>
            {open ? <div style={{ color: '#9a6200', fontSize: 13 }}>{t('waiting', { count: open })}</div> : null}
          </div>
        );
      },
    },
    {
      title: t('column.price'),
      key: 'price',
      align: 'right',
      responsive: ['sm'],
      render: (_, n) => <span title={formatYuan(n.price)}>{money(n.price)}</span>,
    },
    {
      title: t('column.period'),
      key: 'period',
      responsive: ['lg'],
      render: (_, n) => (n.startedOn ? t('fromTo', { from: n.startedOn, to: n.lastDay }) : ''),
    },
    {
      title: t('column.status'),
      key: 'status',
      render: (_, n) => (
        <>
          <StatusTag tone={noticeTone[n.status]}>{t(`status.${n.status}`)}</StatusTag>
          {n.status === 'RUNNING' && n.daysLeft !== null ? <div className="muted">{t('daysLeft', { count: n.daysLeft })}</div> : null}
        </>
      ),
    },
    { title: t('column.updated'), key: 'updated', responsive: ['md'], render: (_, n) => since(n.updatedAt) },
  ];
  return (
    <PageFrame title={t('mine')} meta={t('mineIntro')} actions={create}>
      {error ? <FailedToLoad error={error} retry={() => void refetch()} /> : null}
      <Panel>
        <Table<OwnNotice>
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
            onChange: (to) => setParams({ page: String(to) }),
          }}
          locale={{ emptyText: <EmptyState text={t('emptyMine')} action={create} /> }}
        />
      </Panel>
    </PageFrame>
  );
}
