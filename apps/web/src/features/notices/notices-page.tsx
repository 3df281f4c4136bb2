import { useQuery } from '@tanstack/react-query';
import { Button, Table, Tabs, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { PublicNoticeStatus } from '@jihui/domain';
import { EmptyState, PageFrame, Panel, StatusTag } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { usePageTitle } from '../../app/page-title.js';
import { exactMoney, money } from '../../lib/money.js';
import { noticeTone } from './notice-status.js';
import { getNotices, noticeKeys, pageSize, type NoticeItem } from './notices.api.js';

const publicStates = PublicNoticeStatus.exclude(['DRAFT']);

/** Every notice that was ever before the public: running ones first, ended ones stay. */
export function NoticesPage() {
  const { t } = useTranslation(['notices', 'codes', 'common']);
  usePageTitle(t('title'));
  const [params, setParams] = useSearchParams();
  const status = publicStates.safeParse(params.get('status')).data ?? null;
  const page = Math.max(1, Number(params.get('page')) || 1);
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: noticeKeys.list(status, page),
    queryFn: () => getNotices(status, page),
    placeholderData: (before) => before,
  });
  const columns: TableColumnsType<NoticeItem> = [
    {
      title: t('column.name'),
      key: 'name',
      render: (_, n) => (
        <div style={{ minWidth: 160 }}>
          <Link to={`/notices/${n.id}`}>{n.name}</Link>
          <div className="muted">{n.organisation?.name}</div>
        </div>
      ),
    },
    { title: t('column.transferMode'), key: 'mode', responsive: ['md'], render: (_, n) => t(`codes:transferMode.${n.transferMode}`) },
    {
      title: t('column.price'),
      key: 'price',
      align: 'right',
      responsive: ['sm'],
      render: (_, n) => <span title={exactMoney(n.price)}>{money(n.price)}</span>,
    },
    {
      title: t('column.period'),
      key: 'period',
      responsive: ['lg'],
      render: (_, n) => <span style={{ whiteSpace: 'nowrap' }}>{t('fromTo', { from: n.startedOn, to: n.lastDay })}</span>,
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
  ];
  return (
    <PageFrame title={t('title')} meta={t('intro')}>
      {error ? <FailedToLoad error={error} retry={() => void refetch()} /> : null}
      <Panel>
        <Tabs
          activeKey={status ?? 'ALL'}
          onChange={(key) => setParams(key === 'ALL' ? {} : { status: key })}
          items={[{ key: 'ALL', label: t('all') }, ...publicStates.options.map((s) => ({ key: s, label: t(`status.${s}`) }))]}
        />
        <Table<NoticeItem>
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
            onChange: (to) => setParams({ ...(status ? { status } : {}), page: String(to) }),
          }}
          locale={{
            emptyText: (
              <EmptyState
                text={t(status ? 'emptyFiltered' : 'empty')}
                action={status ? <Button onClick={() => setParams({})}>{t('all')}</Button> : null}
              />
            ),
          }}
        />
      </Panel>
    </PageFrame>
  );
}
