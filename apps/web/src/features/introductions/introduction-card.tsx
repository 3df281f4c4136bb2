import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { StatusTag } from '@jihui/ui';
import { deadline, since } from '../../lib/format.js';
import { errorSentence } from '../../lib/sentences.js';
import { introductionTone } from './introduction-status.js';
import { acceptIntroduction, cancelIntroduction, refreshTalks, type Introduction } from './introductions.api.js';

type Props = { introduction: Introduction; isOpen: boolean; onDecline: (introduction: Introduction) => void };

/** One introduction: who asks whom about what, by when to answer, and the answer. */
export function IntroductionCard({ introduction: i, isOpen, onDecline }: Props) {
  const { t } = useTranslation('introductions');
  const card = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isOpen) card.current?.scrollIntoView({ block: 'center' });
  }, [isOpen]);
  const received = i.box === 'RECEIVED';
  const party = received ? i.requesterName : i.answererName;
  return (
    <li ref={card} className={isOpen ? 'introduction open' : 'introduction'}>
      <div className="introduction-head">
        <div>
          <strong>{party ?? t('unnamed')}</strong>
          <span className="muted">{` ${t(received ? 'asksUs' : 'asked', { name: i.requestedByName, when: since(i.createdAt) })}`}</span>
          {i.brokerName ? <span className="muted">{` · ${t('through', { name: i.brokerName })}`}</span> : null}
        </div>
        <State introduction={i} />
      </div>
      <Items introduction={i} />
      <blockquote className="introduction-message">{i.message}</blockquote>
      <Answer introduction={i} />
      <Actions introduction={i} onDecline={() => onDecline(i)} />
    </li>
  );
}

function State({ introduction: i }: { introduction: Introduction }) {
  const { t } = useTranslation('introductions');
  const due = deadline(i.dueOn);
  return (
    <div className="introduction-state">
      {i.status === 'REQUESTED' ? (
        <span className={due.tone === 'ok' ? 'muted num' : 'introduction-soon num'} title={t('dueOn', { day: i.dueOn })}>
          {due.text}
        </span>
      ) : null}
      <StatusTag tone={introductionTone[i.status]}>
        {i.status === 'REQUESTED' && i.box === 'RECEIVED' ? t('waitsForUs') : t(`status.${i.status}`)}
      </StatusTag>
    </div>
  );
}

/** The items, linked as long as they are published. */
function Items({ introduction: i }: { introduction: Introduction }) {
  const { t } = useTranslation('introductions');
  return (
    <ul className="introduction-items">
      {i.demandTitle ? (
        <li>
          <span className="muted">{t('demand')} </span>
          {i.demand ? <Link to={`/demands/${i.demand.id}`}>{i.demandTitle}</Link> : i.demandTitle}
        </li>
      ) : null}
      {i.achievementTitle ? (
        <li>
          <span className="muted">{t('achievement')} </span>
          {i.achievement ? <Link to={`/achievements/${i.achievement.id}`}>{i.achievementTitle}</Link> : i.achievementTitle}
        </li>
      ) : null}
    </ul>
  );
}

function Answer({ introduction: i }: { introduction: Introduction }) {
  const { t } = useTranslation('introductions');
  if (i.status === 'EXPIRED') return <p className="muted">{t('expired', { day: i.dueOn })}</p>;
  if (i.status !== 'DECLINED' || !i.declineReason) return null;
  return (
    <div className="introduction-answer">
      <strong>{t(`reason.${i.declineReason}`)}</strong>
      {i.declineNote ? <div style={{ whiteSpace: 'pre-line' }}>{i.declineNote}</div> : null}
      {i.box === 'SENT' ? <div className="muted">{t(`advice.${i.declineReason}`)}</div> : null}
    </div>
  );
}

function Actions({ introduction: i, onDecline }: { introduction: Introduction; onDecline: () => void }) {
  const { t } = useTranslation(['introductions', 'common']);
  const { message, modal } = App.useApp();
  const navigate = useNavigate();
  const ref = { id: i.id, version: i.version };
  const accept = useMutation({
    mutationFn: () => acceptIntroduction(ref),
    onSuccess: async (negotiationId) => {
      await refreshTalks();
      if (negotiationId) await navigate(`/negotiations/${negotiationId}`);
    },
    onError: (error) => (void message.error(errorSentence(error)), refreshTalks()),
  });
  const cancel = () =>
    modal.confirm({
      title: t('cancel.title'),
      okText: t('cancel.ok'),
      cancelText: t('common:cancel'),
      onOk: () =>
        cancelIntroduction(ref)
          .catch((error: unknown) => void message.error(errorSentence(error)))
          .then(() => refreshTalks()),
    });
  const may = (action: Introduction['availableActions'][number]) => i.availableActions.includes(action);
  if (!i.availableActions.length && !i.negotiationId) return null;
  return (
    <div className="introduction-actions">
      {may('accept') ? (
        <Button type="primary" loading={accept.isPending} onClick={() => accept.mutate()}>
          {t('accept')}
        </Button>
      ) : null}
      {may('decline') ? <Button onClick={onDecline}>{t('decline.button')}</Button> : null}
      {may('cancel') ? <Button onClick={cancel}>{t('cancel.button')}</Button> : null}
      {i.negotiationId ? <Link to={`/negotiations/${i.negotiationId}`}>{t('enterTalk')}</Link> : null}
      {i.negotiationId ? (
        <a href={`/exports/introductions/${i.id}/receipt.pdf`} download>
          {t('receipt')}
        </a>
      ) : null}
    </div>
  );
}
