import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Facts, Loading, PageFrame, Panel, ShareButtons, StatusTag } from '@jihui/ui';
import { exactMoney } from '../../lib/money.js';
import { FailedToLoad } from '../../app/error-page.js';
import { usePageTitle } from '../../app/page-title.js';
import { NoticeActions } from './notice-actions.js';
import { NoticeDecisions } from './notice-decisions.js';
import { NoticeFile } from './notice-file.js';
import { NoticeObjections } from './notice-objections.js';
import { noticeTone } from './notice-status.js';
import { NoticeTrades } from './notice-trades.js';
import { getNotice, noticeKeys, type Notice } from './notices.api.js';
import { ObjectionForm } from './objection-form.js';
import '../../lib/record-page.css';

/** A notice as everybody reads it, also long after its end; its owner acts on it here. */
export function NoticePage() {
  const { t } = useTranslation(['notices', 'codes', 'common']);
  const { id = '' } = useParams();
  const { data: notice, error, refetch } = useQuery({ queryKey: noticeKeys.one(id), queryFn: () => getNotice(id) });
  usePageTitle(notice?.name);
  if (error) return <FailedToLoad error={error} retry={() => void refetch()} />;
  if (!notice) return <Loading rows={10} />;
  const isOwner = notice.readings !== null;
  return (
    <PageFrame
      title={notice.name}
      crumbs={[{ title: t('title'), href: '/notices' }, { title: notice.name }]}
      link={(href, title) => <Link to={href}>{title}</Link>}
      tag={<StatusTag tone={noticeTone[notice.status]}>{t(`status.${notice.status}`)}</StatusTag>}
      meta={<Link to={`/organisations/${notice.organisationId}`}>{notice.organisation?.name}</Link>}
      actions={
        <>
          <NoticeActions notice={notice} />
          <ShareButtons copyText={t('common:copyLink')} copiedText={t('common:copied')} printText={t('common:print')} />
        </>
      }
      aside={
        <Panel title={t('period')}>
          <Period notice={notice} />
        </Panel>
      }
    >
      <State notice={notice} />
      <Panel title={t('content')}>
        <Facts
          items={[
            { label: t(notice.pricingMode === 'NEGOTIATED' ? 'field.price' : 'field.basePrice'), value: <strong className="num">{exactMoney(notice.price)}</strong> },
            { label: t('field.pricingMode'), value: t(`pricingMode.${notice.pricingMode}`) },
            { label: t('field.transferMode'), value: t(`codes:transferMode.${notice.transferMode}`) },
            { label: t('field.buyer'), value: notice.buyer ?? t('noBuyer') },
            { label: t('field.relatedParty'), value: notice.relatedParty ? `${t('yes')}：${notice.relatedNote ?? ''}` : t('no') },
            { label: t('field.summary'), value: <span style={{ whiteSpace: 'pre-line' }}>{notice.summary}</span> },
            notice.achievement
              ? {
                  label: t('field.achievementId'),
                  value: <Link to={`/achievements/${notice.achievement.id}`}>{notice.achievement.title}</Link>,
                }
              : null,
            { label: t('field.objectionProcedure'), value: <span style={{ whiteSpace: 'pre-line' }}>{notice.objectionProcedure}</span> },
          ]}
        />
      </Panel>
      {isOwner ? <NoticeDecisions notice={notice} /> : null}
      <NoticeTrades notice={notice} isOwner={isOwner} />
      <NoticeObjections notice={notice} />
      {notice.availableActions.includes('object') && notice.status !== 'ENDED' ? <ObjectionForm noticeId={notice.id} /> : null}
      <NoticeFile notice={notice} isOwner={isOwner} />
    </PageFrame>
  );
}

/** What the period's state means, in one sentence. */
function State({ notice }: { notice: Notice }) {
  const { t } = useTranslation('notices');
  const tone = { DRAFT: 'info', RUNNING: 'info', FROZEN: 'warning', ENDED: 'success', WITHDRAWN: 'error' } as const;
  const upheld = notice.objections.filter((o) => o.upheld).length;
  const sentence = t(`says.${notice.status}`, {
    day: notice.lastDay,
    since: notice.frozenOn,
    days: notice.days,
    answered: notice.objections.length,
    upheld,
    reason: notice.withdrawReason,
  });
  return <Alert type={tone[notice.status]} showIcon title={sentence} style={{ marginBottom: 16 }} />;
}

function Period({ notice }: { notice: Notice }) {
  const { t } = useTranslation('notices');
  if (!notice.startedOn) return <span className="muted">{t('notStarted', { count: notice.days })}</span>;
  return (
    <div className="num">
      <Facts
        items={[
          { label: t('startedOn'), value: notice.startedOn },
          { label: t('lastDay'), value: notice.lastDay },
          notice.daysLeft !== null ? { label: t('left'), value: <strong>{t('daysLeft', { count: notice.daysLeft })}</strong> } : null,
          notice.round > 1 ? { label: t('round'), value: t('restarted', { count: notice.round - 1 }) } : null,
        ]}
      />
      <p className="muted" style={{ margin: '12px 0 0', fontSize: 13 }}>
        {t('counting')}
      </p>
    </div>
  );
}
