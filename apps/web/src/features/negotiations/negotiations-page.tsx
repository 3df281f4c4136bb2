import { useQuery } from '@tanstack/react-query';
import { Pagination, Select, Table, Tabs, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { NegotiationStatus } from '@jihui/domain';
import { EmptyState, PageFrame, Panel, StatusTag } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { usePageTitle } from '../../app/page-title.js';
import { useSession } from '../../app/session.js';
import { since } from '../../lib/format.js';
import { useAddress } from '../../lib/use-address.js';
import { MandateList } from './mandate-list.js';
import { negotiationTone, stepTone } from './negotiation-status.js';
import { getNegotiations, negotiationKeys, pageSize, type NegotiationItem } from './negotiations.api.js';
import './negotiations.css';

/** The rooms one is in, the liveliest on top, each with its next step; and the mandates given or received. */
export function NegotiationsPage() {
  const { t } = useTranslation('negotiations');
  const { can } = useSession();
  const { params, change } = useAddress();
  const isMandates = params.get('tab') === 'mandates' && can('mandate.read');
  usePageTitle(t('title'));
  const tabs = [{ key: 'talks', label: t('title') }, ...(can('mandate.read') ? [{ key: 'mandates', label: t('mandates') }] : [])];
  return (
    <PageFrame title={t('title')} meta={t('about')}>
      <Panel>
        <Tabs
          activeKey={isMandates ? 'mandates' : 'talks'}
          onChange={(tab) => change({ tab: tab === 'talks' ? null : tab, status: null })}
          items={tabs}
        />
        {isMandates ? <MandateList /> : <Talks />}
      </Panel>
    </PageFrame>
  );
}

function Talks() {
  const { t } = useTranslation('negotiations');
  const { params, page, change } = useAddress();
  const status = NegotiationStatus.safeParse(params.get('status')).data ?? null;
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: negotiationKeys.list(status, page),
    queryFn: () => getNegotiations(status, page),
  });
  const columns: TableColumnsType<NegotiationItem> = [
    {
      title: t('list.subject'),
      key: 'subject',
      render: (_, n) => (
        <div style={{ minWidth: 160 }}>
          <Link to={`/negotiations/${n.id}`}>{n.title}</Link>
          <div className="muted" style={{ fontSize: 13 }}>
            {n.mySide === 'SUPPLIER'
              ? n.demanderName
              : n.mySide === 'DEMANDER'
                ? n.supplierName
                : `${n.supplierName ?? ''} ↔ ${n.demanderName ?? ''}`}
          </div>
        </div>
      ),
    },
    {
      title: t('list.next'),
      key: 'next',
      width: 170,
      render: (_, n) => (n.nextStep === 'NONE' ? null : <StatusTag tone={stepTone[n.nextStep]}>{t(`step.${n.nextStep}`)}</StatusTag>),
    },
    {
      title: t('list.status'),
      key: 'status',
      width: 110,
      responsive: ['sm'],
      render: (_, n) => <StatusTag tone={negotiationTone[n.status]}>{t(`status.${n.status}`)}</StatusTag>,
    },
    {
      title: t('list.activity'),
      key: 'activity',
      width: 120,
      responsive: ['md'],
      render: (_, n) => <span className="num">{since(n.lastActivityAt)}</span>,
    },
  ];
  if (error) return <FailedToLoad error={error} retry={() => void refetch()} />;
  return (
    <>
      <Select
        allowClear
        aria-label={t('list.filter')}
        placeholder={t('list.filter')}
        value={status}
        onChange={(value?: string) => change({ status: value ?? null })}
        options={NegotiationStatus.options.map((value) => ({ value, label: t(`status.${value}`) }))}
        style={{ minWidth: 140, marginBottom: 12 }}
      />
      <Table<NegotiationItem>
        rowKey="id"
        columns={columns}
        dataSource={data?.items}
        loading={isFetching && !data}
        scroll={{ x: true }}
        pagination={false}
        locale={{
          emptyText: (
            <EmptyState
              text={t(status ? 'list.emptyFiltered' : 'list.empty')}
              action={<Link to="/introductions">{t('list.toIntroductions')}</Link>}
            />
          ),
        }}
      />
      <Pagination
        current={page}
        pageSize={pageSize}
        total={data?.total ?? 0}
        hideOnSinglePage
        showSizeChanger={false}
        onChange={(to) => change({ page: String(to) })}
        style={{ marginTop: 12 }}
      />
    </>
  );
}
