import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Steps } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { History, Loading, PageFrame, Panel, ShareButtons, StatusTag } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { usePageTitle } from '../../app/page-title.js';
import { eventNote, eventWord } from '../../lib/events.js';
import { moment } from '../../lib/format.js';
import { sittings } from '../../lib/history-lines.js';
import { ChallengeActions } from './challenge-actions.js';
import { challengeTone } from './challenge-status.js';
import { ChallengeFacts, ChallengeText } from './challenge-text.js';
import { challengeKeys, getChallenge, type Challenge } from './challenges.api.js';
import { ClaimsPanel } from './claims-panel.js';
import { Countdown } from './countdown.js';
import { KeyPanel } from './key-panel.js';
import { NextStep } from './next-step.js';
import { OriginalPanel } from './original-panel.js';
import { OwnClaim } from './own-claim.js';
import { QuestionsPanel } from './questions-panel.js';
import { ReadinessPanel } from './readiness-panel.js';
import { ReviewPanel } from './review-panel.js';
import { ScoringPanel } from './scoring-panel.js';
import '../../lib/record-page.css';

const examined: readonly string[] = ['DRAFT', 'COLLECTING', 'SCREENED', 'ARGUED', 'APPROVED'];

/** Places for what routes bring: above the claims, below the ranking, below the claims, and below the text. */
type Slots = Partial<Record<'first' | 'checks' | 'below' | 'last', (challenge: Challenge) => ReactNode>>;
const sealed: readonly string[] = ['APPROVED', 'CLAIM_CLOSED'];

/** An item as everybody reads it, with the part of each who has one. */
export function ChallengePage({ first, checks, below, last }: Slots) {
  const { t } = useTranslation(['challenges', 'common']);
  const { id = '' } = useParams();
  const navigate = useNavigate();
  const { data, error, refetch, dataUpdatedAt } = useQuery({ queryKey: challengeKeys.one(id), queryFn: () => getChallenge(id) });
  usePageTitle(data?.challenge.title);
  if (error) return <FailedToLoad error={error} retry={() => void refetch()} />;
  if (!data) return <Loading rows={10} />;
  const { challenge: c, serverTime } = data;
  return (
    <PageFrame
      title={c.title || t('untitled')}
      crumbs={[{ title: t('board'), href: '/challenges' }, { title: c.number ?? c.title }]}
      link={(href, title) => <Link to={href}>{title}</Link>}
      tag={<StatusTag tone={challengeTone[c.status]}>{t(`status.${c.status}`)}</StatusTag>}
      meta={
        <>
          {c.organisation ? <Link to={`/organisations/${c.organisation.id}`}>{c.organisation.name}</Link> : null}
          <span className="num">{c.number}</span>
          {c.claimsCloseAt ? <span className="num">{t('closesAt', { moment: moment(c.claimsCloseAt) })}</span> : null}
          {c.status === 'CLAIM_OPEN' && c.claimsCloseAt ? (
            <Countdown until={c.claimsCloseAt} serverTime={serverTime} askedAt={dataUpdatedAt} />
          ) : null}
        </>
      }
      actions={
        <>
          {c.canClaim && !c.barredUntil ? (
            <Button type="primary" onClick={() => void navigate(`/challenges/${c.id}/claim`)}>
              {t(c.claims.some((k) => k.isOwn && k.status === 'SEALED') ? 'action.replaceClaim' : 'action.claim')}
            </Button>
          ) : null}
          <ChallengeActions challenge={c} />
          <ShareButtons copyText={t('common:copyLink')} copiedText={t('common:copied')} printText={t('common:print')} />
        </>
      }
      aside={
        <>
          <Panel title={t('facts')}>
            <ChallengeFacts challenge={c} />
          </Panel>
          {c.readiness && examined.includes(c.status) ? <ReadinessPanel checks={c.readiness} /> : null}
          <Panel title={t('progress')}>
            <Progress challenge={c} />
          </Panel>
        </>
      }
    >
      <NextStep challenge={c} />
      <Notices challenge={c} />
      {first?.(c)}
      {c.isOrganiser && sealed.includes(c.status) ? <KeyPanel challenge={c} /> : null}
      <OwnClaim challenge={c} />
      <ScoringPanel challenge={c} />
      {c.isOrganiser ? <ReviewPanel challenge={c} checks={checks?.(c)} /> : null}
      <ClaimsPanel challenge={c} />
      {below?.(c)}
      {c.original ? <OriginalPanel challenge={c} /> : null}
      <ChallengeText challenge={c} />
      {c.publishedAt ? <QuestionsPanel challenge={c} /> : null}
      {last?.(c)}
      {c.isOrganiser && c.keyHolders.length > 0 && !sealed.includes(c.status) ? <KeyPanel challenge={c} /> : null}
      {c.history ? (
        <div className="no-print">
          <Panel title={t('common:history')}>
            <History
              lines={sittings(c.history).map((l) => ({
                key: l.id,
                when: moment(l.at),
                what: eventWord(l.event),
                who: [l.actorName, l.organisationName].filter(Boolean).join(' · '),
                note: eventNote(l.data),
              }))}
            />
          </Panel>
        </div>
      ) : null}
    </PageFrame>
  );
}

/** The published steps, the first on top. */
function Progress({ challenge }: { challenge: Challenge }) {
  const { t } = useTranslation('challenges');
  const lines = [...challenge.milestones].reverse();
  if (!lines.length) return <p className="muted">{t('notOut')}</p>;
  return (
    <Steps
      orientation="vertical"
      size="small"
      current={lines.length}
      items={lines.map((m) => ({ title: eventWord(m.event), content: <span className="num">{moment(m.at)}</span> }))}
    />
  );
}

function Notices({ challenge: c }: { challenge: Challenge }) {
  const { t } = useTranslation('challenges');
  const style = { marginBottom: 16, whiteSpace: 'pre-line' as const };
  return (
    <>
      {c.returnReason && c.status === 'DRAFT' ? (
        <Alert type="warning" showIcon title={t('returnedTitle')} description={c.returnReason} style={style} />
      ) : null}
      {c.winners ? (
        <Alert
          type="success"
          showIcon
          title={t(c.status === 'NOTICE' ? 'noticeTitle' : 'awardedTitle', { day: c.noticeEndsOn ?? '' })}
          description={c.winners.map((w) => t('winnerLine', { name: w.organisationName, points: (w.total / 100).toFixed(2) })).join('\n')}
          style={style}
        />
      ) : null}
      {c.barredUntil ? <Alert type="warning" showIcon title={t('claim.barred', { until: c.barredUntil })} style={style} /> : null}
      {c.status === 'NO_CLAIM' ? (
        <Alert type="info" showIcon title={t('noClaimTitle')} description={t(c.isOwn ? 'noClaimNext' : 'noClaimText')} action={c.isOwn ? <Link to="/my/demands/new">{t('noClaimDemand')}</Link> : null} style={style} />
      ) : null}
      {c.endReason && ['TERMINATED', 'QUALIFIED', 'REVIEW', 'FAILED_WITH_DILIGENCE'].includes(c.status) ? (
        <Alert type="warning" showIcon title={c.status === 'QUALIFIED' || c.status === 'REVIEW' ? t('takenBack') : t(`status.${c.status}`)} description={c.endReason} style={style} />
      ) : null}
      {c.amendments.map((a) => (
        <Alert
          key={a.number}
          type="info"
          title={t('amendmentTitle', { number: a.number, moment: moment(a.createdAt) })}
          description={[
            a.text,
            a.closesAtAfter && a.closedAtBefore
              ? t('amendedDeadline', { before: moment(a.closedAtBefore), after: moment(a.closesAtAfter) })
              : '',
          ]
            .filter(Boolean)
            .join('\n')}
          style={style}
        />
      ))}
    </>
  );
}
