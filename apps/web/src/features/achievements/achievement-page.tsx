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
import { useRegionName } from '../../lib/regions.js';
import { trlWord } from '../../lib/trl.js';
import { AchievementActions } from './achievement-actions.js';
import { contentOf, priceWords } from './achievement-content.js';
import { AchievementHistory } from './achievement-history.js';
import { achievementTone } from './achievement-status.js';
import { AchievementFacts, AchievementText } from './achievement-summary.js';
import { achievementKeys, achievementSteps, getAchievement, type Achievement } from './achievements.api.js';
import '../../lib/record-page.css';

/** What other features add to the page: `contact` beside the title, `confidential` for the second tier, `below` under the text. */
export type AchievementSlots = {
  contact?: (achievement: Achievement) => ReactNode;
  confidential?: (achievement: Achievement) => ReactNode;
  below?: (achievement: Achievement) => ReactNode;
};

/** An achievement on one page, as everybody reads it; for insiders its confidential part, its next step and its history. */
export function AchievementPage({ contact, confidential, below }: AchievementSlots) {
  const { t } = useTranslation(['achievements', 'common']);
  const { id = '' } = useParams();
  const { data: achievement, error, refetch } = useQuery({ queryKey: achievementKeys.one(id), queryFn: () => getAchievement(id) });
  usePageTitle(achievement?.title);
  if (error) return <FailedToLoad error={error} retry={() => void refetch()} />;
  if (!achievement) return <Loading rows={10} />;
  const content = contentOf(achievement);
  const isPublic = achievement.status === 'PUBLISHED';
  return (
    <PageFrame
      title={achievement.title || t('untitled')}
      crumbs={
        achievement.history ? [{ title: t('mine'), href: '/my/achievements' }, { title: achievement.title || t('untitled') }] : undefined
      }
      link={(href, title) => <Link to={href}>{title}</Link>}
      tag={
        achievement.isPendingConversion ? (
          <StatusTag tone="good">{t('pending')}</StatusTag>
        ) : (
          <StatusTag tone={achievementTone[achievement.status]}>{t(`status.${achievement.status}`)}</StatusTag>
        )
      }
      meta={<Meta achievement={achievement} />}
      actions={
        <>
          {isPublic && !achievement.isOwn ? contact?.(achievement) : null}
          <AchievementActions achievement={achievement} />
          <ShareButtons copyText={t('common:copyLink')} copiedText={t('common:copied')} printText={t('common:print')} />
        </>
      }
      aside={
        <>
          <Panel title={t('page.facts')}>
            <AchievementFacts achievement={content} />
          </Panel>
          <Panel>
            <Owner achievement={achievement} />
          </Panel>
        </>
      }
    >
      <FreshnessNotice freshness={achievement.freshness} mayConfirm={achievement.availableActions.includes('confirm')} confirm={() => achievementSteps.confirm(achievement)} />
      {isPublic ? null : <Alert type="info" title={t('page.notPublic')} style={{ marginBottom: 16 }} className="no-print" />}
      {achievement.returnReason ? (
        <Alert
          type="warning"
          showIcon
          title={t('returnedTitle')}
          description={achievement.returnReason}
          style={{ marginBottom: 16, whiteSpace: 'pre-line' }}
          className="no-print"
        />
      ) : null}
      <AchievementText achievement={content} hasNdaPart={!confidential && achievement.hasNdaPart} />
      {confidential ? <div className="no-print">{confidential(achievement)}</div> : null}
      {achievement.ndaSummary && !confidential ? (
        <div className="no-print">
          <Panel title={t('page.secret')} extra={<span className="muted">{t('page.secretOwn')}</span>}>
            <div className="reading">{achievement.ndaSummary}</div>
          </Panel>
        </div>
      ) : null}
      {isPublic ? <div className="no-print">{below?.(achievement)}</div> : null}
      {achievement.history ? (
        <div className="no-print">
          <Panel title={t('page.history')}>
            <AchievementHistory lines={achievement.history} />
          </Panel>
        </div>
      ) : null}
      <p className="print-only num">{`${window.location.origin}${window.location.pathname}　${day(new Date())}`}</p>
    </PageFrame>
  );
}

function Meta({ achievement }: { achievement: Achievement }) {
  const { t } = useTranslation(['achievements', 'codes']);
  const region = useRegionName()(achievement.regionCode);
  // On a phone the facts stand below the text; what decides is said at once.
  const inShort = [
    priceWords(achievement, t('codes:priceMode.NEGOTIABLE')),
    achievement.trl ? t('page.trlWord', { level: achievement.trl, word: trlWord(achievement.trl) }) : '',
  ]
    .filter(Boolean)
    .join(' · ');
  return (
    <>
      <strong className="narrow-only num">{inShort}</strong>
      {achievement.organisation ? <Link to={`/organisations/${achievement.organisation.id}`}>{achievement.organisation.name}</Link> : null}
      {region ? <span>{region}</span> : null}
      {achievement.confirmedAt ? <span className="num">{t(achievement.freshness === 'FRESH' ? 'page.confirmed' : 'page.confirmationDue', { day: day(achievement.confirmedAt) })}</span> : null}
    </>
  );
}

function Owner({ achievement }: { achievement: Achievement }) {
  const { t } = useTranslation('achievements');
  const region = useRegionName()(achievement.regionCode);
  const contact = [achievement.contactName, achievement.contactPhone].filter(Boolean).join('　');
  return (
    <div style={{ display: 'grid', gap: 12 }}>
      <Facts
        items={[
          { label: t('page.unit'), value: achievement.organisation?.name },
          { label: t('page.region'), value: region },
          achievement.publishedAt
            ? { label: t('page.published'), value: <span className="num">{day(achievement.publishedAt)}</span> }
            : null,
          achievement.confirmedAt
            ? { label: t('page.confirmedOn'), value: <span className="num">{day(achievement.confirmedAt)}</span> }
            : null,
        ]}
      />
      {contact ? (
        <div className="no-print">
          <Facts items={[{ label: `${t('page.contact')}（${t('page.secretOwn')}）`, value: contact }]} />
        </div>
      ) : null}
    </div>
  );
}
