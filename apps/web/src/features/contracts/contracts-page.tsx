import { useQuery } from '@tanstack/react-query';
import { Button, Input, Table, Tabs, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { formatYuan, type ContractFilter } from '@jihui/domain';
import { EmptyState, PageFrame, Panel, StatusTag } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { usePageTitle } from '../../app/page-title.js';
import { useSession } from '../../app/session.js';
import { deadline, since } from '../../lib/format.js';
import { money } from '../../lib/money.js';
import { contractTone, views, type View } from './contract-status.js';
import { contractKeys, getMine, pageSize, type ContractItem } from './contracts.api.js';

const isView = (name: string | null): name is View => name === 'waiting' || (name !== null && Object.hasOwn(views, name));

/** The contracts of one's organisation, or of one's branch, by state. */
export function ContractsPage() {
  const { t } = useTranslation(['contracts', 'common', 'codes']);
  usePageTitle(t('title'));
  const { me, can } = useSession();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const asked = params.get('view');
  const view: View = isView(asked) ? asked : 'all';
  const text = params.get('text');
  const page = Math.max(1, Number(params.get('page')) || 1);
  const filter: ContractFilter = { text, waiting: view === 'waiting' || null, status: view === 'waiting' ? null : [...views[view]] };
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: contractKeys.mine(filter, page),
    queryFn: () => getMine(filter, page),
    placeholderData: (before) => before,
  });
  const change = (next: Record<string, string | null>) =>
    setParams((old) => {
      const now = new URLSearchParams(old);
      for (const [key, value] of Object.entries({ page: null, ...next })) {
        if (value) now.set(key, value);
        else now.delete(key);
      }
      return now;
    });
  const isWriter = can('contract.write');
  const create = isWriter ? (
    <Button type="primary" onClick={() => void navigate('/contracts/new')}>
      {t('list.new')}
    </Button>
  ) : null;
  const shownViews: View[] = [
    ...(isWriter ? (['waiting'] as const) : []),
    'all',
    ...(me?.organisation?.kind === 'MARKET_OPERATOR' ? [] : (['drafting'] as const)),
    'inReview',
    'returned',
    'registered',
    'ended',
  ];
  const empty = view === 'waiting' ? t('list.emptyWaiting') : view === 'all' && !text ? t('list.empty') : t('list.emptyFiltered');

  const columns: TableColumnsType<ContractItem> = [
    { title: t('list.contract'), key: 'contract', render: (_, c) => <TitleCell contract={c} /> },
    {
      title: t('list.parties'),
      key: 'parties',
      responsive: ['md'],
      render: (_, c) => <PartiesCell contract={c} own={me?.organisation?.id ?? ''} />,
    },
    {
      title: t('list.amount'),
      key: 'amount',
      align: 'right',
      width: 120,
      responsive: ['sm'],
      render: (_, c) => (c.totalAmount ? <span title={formatYuan(c.totalAmount)}>{money(c.totalAmount)}</span> : null),
    },
    { title: t('list.status'), key: 'status', width: 120, render: (_, c) => <StateCell contract={c} /> },
    { title: t('list.updated'), key: 'updated', width: 110, responsive: ['lg'], render: (_, c) => since(c.updatedAt) },
  ];
  return (
    <PageFrame title={t('title')} actions={create}>
      {error ? <FailedToLoad error={error} retry={() => void refetch()} /> : null}
      <Panel>
        <Tabs
          activeKey={view}
          onChange={(key) => change({ view: key === 'all' ? null : key })}
          items={shownViews.map((key) => ({ key, label: t(`list.${key}`) }))}
        />
        <Input.Search
          key={text ?? ''}
          defaultValue={text ?? ''}
          placeholder={t('list.search')}
          aria-label={t('list.search')}
          allowClear
          onSearch={(words) => change({ text: words.trim() || null })}
          style={{ maxWidth: 320, marginBottom: 12 }}
        />
        <Table<ContractItem>
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
            onChange: (to) => change({ page: String(to) }),
          }}
          locale={{
            emptyText: (
              <EmptyState
                text={empty}
                action={view === 'all' && !text ? create : <Button onClick={() => setParams({})}>{t('list.clear')}</Button>}
              />
            ),
          }}
        />
      </Panel>
    </PageFrame>
  );
}

function TitleCell({ contract: c }: { contract: ContractItem }) {
  const { t } = useTranslation(['contracts', 'codes']);
  return (
    <div style={{ minWidth: 160 }}>
      <Link to={`/contracts/${c.id}`}>{c.title || t('page.untitled')}</Link>
      <div className="muted num" style={{ fontSize: 13 }}>
        {[t(`codes:contractType.${c.type}`), c.registrationNo].filter(Boolean).join(' · ')}
      </div>
    </div>
  );
}

/** The other side for a party, both sides for everybody else. */
function PartiesCell({ contract: c, own }: { contract: ContractItem; own: string }) {
  const { t } = useTranslation('contracts');
  const other = own === c.seller.id ? 'buyer' : own === c.buyer.id ? 'seller' : null;
  const shown = other ? ([other] as const) : (['seller', 'buyer'] as const);
  return shown.map((side) => (
    <div key={side}>
      <span className="muted">{t(`party.${side}`)} </span>
      {c[side].name}
    </div>
  ));
}

function StateCell({ contract: c }: { contract: ContractItem }) {
  const { t } = useTranslation('contracts');
  return (
    <>
      <StatusTag tone={contractTone[c.status]}>{t(`status.${c.status}`)}</StatusTag>
      {c.dueOn ? (
        <div className="muted" style={{ fontSize: 13 }}>
          {deadline(c.dueOn).text}
        </div>
      ) : null}
    </>
  );
}
