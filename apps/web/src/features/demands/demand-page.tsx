import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Facts, Loading, PageFrame, Panel, ShareButtons, StatusTag } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { usePageTitle } from '../../app/page-title.js';
import { day } from '../../lib/format.js';
import { FreshnessNotice } from '../../lib/freshness-notice.js';
import { moneyRange } from '../../lib/money.js';
import { useRegionName } from '../../lib/regions.js';
import { ComplexityPanel } from './complexity-panel.js';
import { DemandActions } from './demand-actions.js';
import { contentOf } from './demand-content.js';
import { DemandHistory } from './demand-history.js';
import { demandTone } from './demand-status.js';
import { DemandFacts, DemandText } from './demand-summary.js';
import { demandKeys, demandSteps, getDemand, type Demand } from './demands.api.js';
import '../../lib/hints.css';
import '../../lib/record-page.css';

/** What other features add to the page: `contact` beside the title (`own` for its owner), `below` under the text. */
export type DemandSlots = { contact?: (demand: Demand) => ReactNode; own?: (demand: Demand) => ReactNode; below?: (demand: Demand) => ReactNode };

/** A demand as everybody reads it, and for insiders its next step and its history. */
export function DemandPage({ contact, own, below }: DemandSlots) {
  const { t } = useTranslation(['demands', 'common']);
  const { id = '' } = useParams();
  const { data: demand, error, refetch } = useQuery({ queryKey: demandKeys.one(id), queryFn: () => getDemand(id) });
  usePageTitle(demand?.title);
  if (error) return <FailedToLoad error={error} retry={() => void refetch()} />;
  if (!demand) return <Loading rows={10} />;
  const isInsider = demand.history !== null;
  return (
    <PageFrame
      title={demand.title || t('untitled')}
      crumbs={demand.isOwn ? [{ title: t('mine'), href: '/my/demands' }, { title: demand.title || t('untitled') }] : undefined}
      link={(href, title) => <Link to={href}>{title}</Link>}
      tag={<StatusTag tone={demandTone[demand.status]}>{t(`status.${demand.status}`)}</StatusTag>}
      meta={<Meta demand={demand} />}
      actions={
        <>
          {demand.status === 'PUBLISHED' && !demand.isOwn ? contact?.(demand) : null}
          {demand.status === 'PUBLISHED' && demand.isOwn ? own?.(demand) : null}
          <DemandActions demand={demand} />
          <ShareButtons copyText={t('common:copyLink')} copiedText={t('common:copied')} printText={t('common:print')} />
        </>
      }
      aside={
        <>
          <Panel title={t('page.facts')}>
            <DemandFacts demand={contentOf(demand)} />
          </Panel>
          {demand.isOwn && demand.complexity ? (
            <div className="no-print">
              <ComplexityPanel complexity={demand.complexity} />
            </div>
          ) : null}
          <Panel>
            <Owner demand={demand} />
          </Panel>
        </>
      }
    >
      <FreshnessNotice freshness={demand.freshness} mayConfirm={demand.availableActions.includes('confirm')} confirm={() => demandSteps.confirm(demand)} />
      {isInsider && demand.status !== 'PUBLISHED' ? (
        <Alert type="info" title={t('page.notPublic')} style={{ marginBottom: 16 }} className="no-print" />
      ) : null}
      {demand.returnReason ? (
        <Alert
          type="warning"
          showIcon
          title={t('returnedTitle')}
          description={demand.returnReason}
          style={{ marginBottom: 16, whiteSpace: 'pre-line' }}
          className="no-print"
        />
      ) : null}
      <DemandText demand={contentOf(demand)} />
      {demand.status === 'PUBLISHED' ? <div className="no-print">{below?.(demand)}</div> : null}
      {demand.history ? (
        <div className="no-print">
          <Panel title={t('page.history')}>
            <DemandHistory lines={demand.history} />
          </Panel>
        </div>
      ) : null}
      <p className="print-only num">{`${window.location.origin}${window.location.pathname}　${day(new Date())}`}</p>
    </PageFrame>
  );
}

function Meta({ demand }: { demand: Demand }) {
  const { t } = useTranslation('demands');
  const region = useRegionName()(demand.regionCode);
  // On a phone the facts stand below the text; what decides is said at once.
  const inShort = [
    moneyRange(demand.budgetMin, demand.budgetMax) || t('page.negotiable'),
    demand.deadline ? t('page.until', { day: demand.deadline }) : '',
  ]
    .filter(Boolean)
    .join(' · ');
  return (
    <>
      <strong className="narrow-only num">{inShort}</strong>
      {demand.organisation ? (
        <Link to={`/organisations/${demand.organisation.id}`}>{demand.organisation.name}</Link>
      ) : (
        <span>{t('page.unnamed')}</span>
      )}
      {demand.anonymous && demand.organisation ? <span>{t('anonymousMark')}</span> : null}
      {region ? <span>{region}</span> : null}
      {demand.confirmedAt ? <span className="num">{t(demand.freshness === 'FRESH' ? 'page.confirmed' : 'page.confirmationDue', { day: day(demand.confirmedAt) })}</span> : null}
    </>
  );
}

function Owner({ demand }: { demand: Demand }) {
  const { t } = useTranslation('demands');
  const region = useRegionName()(demand.regionCode);
  const contact = [demand.contactName, demand.contactPhone].filter(Boolean).join('　');
  return (
    <div style={{ display: 'grid', gap: 12 }}>
      <Facts
        items={[
          { label: t('page.unit'), value: demand.organisation?.name ?? <Unnamed /> },
          { label: t('page.region'), value: region },
          demand.publishedAt ? { label: t('page.published'), value: <span className="num">{day(demand.publishedAt)}</span> } : null,
          demand.confirmedAt ? { label: t('page.confirmedOn'), value: <span className="num">{day(demand.confirmedAt)}</span> } : null,
        ]}
      />
      {contact ? (
        <div className="no-print">
          <Facts items={[{ label: `${t('page.contact')}（${t('page.contactHint')}）`, value: contact }]} />
        </div>
      ) : null}
    </div>
  );
}

function Unnamed() {
  const { t } = useTranslation('demands');
  return (
    <>
      <div>{t('page.unnamed')}</div>
      <div className="muted" style={{ fontSize: 13 }}>
        {t('page.unnamedHint')}
      </div>
    </>
  );
}
