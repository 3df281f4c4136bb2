import { useQuery } from '@tanstack/react-query';
import { Button, Pagination, Select, Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { NdaStatus, type NdaBox } from '@jihui/domain';
import { EmptyState, Loading, PageFrame, Panel } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { usePageTitle } from '../../app/page-title.js';
import { useSession } from '../../app/session.js';
import { useAddress } from '../../lib/use-address.js';
import { NdaCard } from './nda-card.js';
import { OpeningList } from './opening-list.js';
import { getNdas, getOpenings, pageSize, tierKeys } from './tiers.api.js';
import { WishList } from './wish-list.js';
import './tiers.css';

const tabs = ['received', 'own', 'log', 'ownLog'] as const;
type Tab = (typeof tabs)[number];

/** Agreements on both sides and the two logs; the tab, the state and the page are in the address. */
export function NdasPage() {
  const { t } = useTranslation('tiers');
  const { can } = useSession();
  const { params, change } = useAddress();
  usePageTitle(t('page.title'));
  // A broker firm has nothing that others open.
  const owns = can('tier.write');
  const asked = params.get('box') === 'OWN' ? 'own' : params.get('tab');
  const shown = owns ? tabs : tabs.filter((k) => k === 'own' || k === 'ownLog');
  const tab: Tab = shown.find((k) => k === asked) ?? shown[0] ?? 'own';
  return (
    <PageFrame title={t('page.title')} meta={t('page.lead')}>
      <Panel>
        <Tabs
          activeKey={tab}
          onChange={(key) => change({ tab: key, box: null, status: null, subject: null })}
          items={shown.map((key) => ({ key, label: t(`page.${key}`) }))}
        />
        {tab === 'own' ? <WishList /> : null}
        {tab === 'received' || tab === 'own' ? (
          <Ndas key={tab} box={tab === 'own' ? 'OWN' : 'RECEIVED'} />
        ) : (
          <Log key={tab} box={tab === 'ownLog' ? 'OWN' : 'RECEIVED'} />
        )}
      </Panel>
    </PageFrame>
  );
}

function Ndas({ box }: { box: NdaBox }) {
  const { t } = useTranslation('tiers');
  const { params, page, change } = useAddress();
  const status = NdaStatus.safeParse(params.get('status')).data ?? null;
  const { data, error, refetch } = useQuery({ queryKey: tierKeys.ndas(box, status, page), queryFn: () => getNdas(box, status, page) });
  const empty = status ? t('page.emptyFiltered') : t(box === 'OWN' ? 'page.emptyOwn' : 'page.emptyReceived');
  return (
    <>
      <Select
        allowClear
        aria-label={t('page.filter')}
        placeholder={t('page.filter')}
        value={status}
        onChange={(value?: string) => change({ status: value ?? null })}
        options={NdaStatus.options.map((value) => ({ value, label: t(`status.${value}`) }))}
        style={{ minWidth: 140, marginBottom: 12 }}
      />
      {error ? <FailedToLoad error={error} retry={() => void refetch()} /> : null}
      {!data && !error ? <Loading /> : null}
      {data?.total === 0 ? <EmptyState text={empty} /> : null}
      <ul className="nda-list">
        {data?.items.map((nda) => (
          <NdaCard key={nda.id} nda={nda} box={box} />
        ))}
      </ul>
      <Pages page={page} total={data?.total ?? 0} onChange={(to) => change({ page: String(to) })} />
    </>
  );
}

function Log({ box }: { box: NdaBox }) {
  const { t } = useTranslation(['tiers', 'common', 'achievements']);
  const { params, page, change } = useAddress();
  const subject = params.get('subject');
  const { data, error, refetch } = useQuery({
    queryKey: tierKeys.openings(box, subject, page),
    queryFn: () => getOpenings(box, subject, page),
  });
  return (
    <>
      {subject ? <Button onClick={() => change({ subject: null })}>{t('achievements:clearFilter')}</Button> : null}
      {error ? <FailedToLoad error={error} retry={() => void refetch()} /> : null}
      {!data && !error ? <Loading /> : null}
      {data ? <div className="muted num">{t('common:total', { count: data.total })}</div> : null}
      {data?.total === 0 ? <EmptyState text={t('page.emptyLog')} /> : null}
      {data ? <OpeningList openings={data.items} withItem /> : null}
      <Pages page={page} total={data?.total ?? 0} onChange={(to) => change({ page: String(to) })} />
    </>
  );
}

function Pages({ page, total, onChange }: { page: number; total: number; onChange: (to: number) => void }) {
  return <Pagination current={page} pageSize={pageSize} total={total} hideOnSinglePage showSizeChanger={false} onChange={onChange} />;
}
