import { useQuery } from '@tanstack/react-query';
import { Pagination, Select, Tabs } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { IntroductionStatus, type IntroductionBox } from '@jihui/domain';
import { EmptyState, Loading, PageFrame, Panel } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { usePageTitle } from '../../app/page-title.js';
import { useSession } from '../../app/session.js';
import { useAddress } from '../../lib/use-address.js';
import { DeclineDialog } from './decline-dialog.js';
import { IntroductionCard } from './introduction-card.js';
import { getIntroductions, introductionKeys, pageSize, type Introduction } from './introductions.api.js';
import { OmissionsPanel } from './omissions-panel.js';
import './introductions.css';

/** What others ask of us, and what we have asked; what waits for an answer stands on top. */
export function IntroductionsPage() {
  const { t } = useTranslation('introductions');
  const { can } = useSession();
  const { params, page, change } = useAddress();
  const [declining, setDeclining] = useState<Introduction | null>(null);
  usePageTitle(t('title'));
  // A broker is never asked, it asks for others.
  const box: IntroductionBox =
    params.get('tab') === 'sent' || (!can('introduction.answer') && params.get('tab') !== 'received') ? 'SENT' : 'RECEIVED';
  const status = IntroductionStatus.safeParse(params.get('status')).data ?? null;
  const { data, error, refetch } = useQuery({
    queryKey: introductionKeys.list(box, status, page),
    queryFn: () => getIntroductions(box, status, page),
  });
  return (
    <PageFrame title={t('title')} meta={t('about')}>
      {can('mandate.answer') ? <OmissionsPanel /> : null}
      <Panel>
        <Tabs
          activeKey={box === 'SENT' ? 'sent' : 'received'}
          onChange={(tab) => change({ tab, status: null, open: null })}
          items={(['received', 'sent'] as const).map((key) => ({ key, label: t(`tab.${key}`) }))}
        />
        <Select
          allowClear
          aria-label={t('filter')}
          placeholder={t('filter')}
          value={status}
          onChange={(value?: string) => change({ status: value ?? null })}
          options={IntroductionStatus.options.map((value) => ({ value, label: t(`status.${value}`) }))}
          style={{ minWidth: 140, marginBottom: 12 }}
        />
        {error ? <FailedToLoad error={error} retry={() => void refetch()} /> : null}
        {!data && !error ? <Loading /> : null}
        {data && !data.items.length ? (
          <EmptyState
            text={t(status ? 'emptyFiltered' : box === 'SENT' ? 'emptySent' : 'emptyReceived')}
            action={<Link to="/search">{t('search')}</Link>}
          />
        ) : null}
        <ul className="introductions">
          {data?.items.map((i) => (
            <IntroductionCard key={i.id} introduction={i} isOpen={params.get('open') === i.id} onDecline={setDeclining} />
          ))}
        </ul>
        <Pagination
          current={page}
          pageSize={pageSize}
          total={data?.total ?? 0}
          hideOnSinglePage
          showSizeChanger={false}
          onChange={(to) => change({ page: String(to) })}
        />
      </Panel>
      <DeclineDialog introduction={declining} onClose={() => setDeclining(null)} />
    </PageFrame>
  );
}
