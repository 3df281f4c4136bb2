import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChallengeMeetingSide } from '@jihui/domain';
import { ReasonDialog, StatusTag, type Tone } from '@jihui/ui';
import { queryClient } from '../../lib/api.js';
import { moment } from '../../lib/format.js';
import { Papers } from '../../lib/papers.js';
import { errorSentence, issueSentence, refusalOf } from '../../lib/sentences.js';
import { IntentionDialog, MinutesDialog } from './meeting-dialogs.js';
import { cancelChallengeMeeting, confirmMinutes, signIntention, type Meeting } from './meetings.api.js';

const tones: Record<Meeting['status'], Tone> = { PLANNED: 'active', HELD: 'good', CANCELLED: 'neutral' };
const marks = { display: 'flex', gap: 8, flexWrap: 'wrap' } as const;

/** One talk: when and with whom, its minutes and who has confirmed them, the intention and who has signed it. */
export function MeetingCard({ meeting: m }: { meeting: Meeting }) {
  const { t } = useTranslation(['challengeMeetings', 'common']);
  const { message } = App.useApp();
  const [open, setOpen] = useState<'minutes' | 'intention' | 'cancel' | null>(null);
  const ref = { id: m.id, version: m.version };
  const may = (action: Meeting['availableActions'][number]) => m.availableActions.includes(action);
  const take = async (run: () => Promise<unknown>, done: string) => {
    try {
      await run();
      void message.success(done);
      await queryClient.invalidateQueries();
    } catch (error) {
      void message.error(errorSentence(error));
    }
  };
  const close = () => setOpen(null);
  const signed = (by: Meeting['confirmations'], has: 'confirmed' | 'signed', not: 'unconfirmed' | 'unsigned') =>
    ChallengeMeetingSide.options.map((side) => {
      const mark = by.find((c) => c.side === side);
      return (
        <StatusTag key={side} tone={mark ? 'good' : 'attention'}>
          {mark ? t(has, { side: t(`side.${side}`), name: mark.name, moment: moment(mark.at) }) : t(not, { side: t(`side.${side}`) })}
        </StatusTag>
      );
    });
  return (
    <li>
      <div style={{ ...marks, alignItems: 'center' }}>
        <strong>{m.bidder?.name}</strong>
        <StatusTag tone={tones[m.status]}>{t(`status.${m.status}`)}</StatusTag>
        <span className="num">{moment(m.at)}</span>
        <span>{m.place}</span>
      </div>
      {m.cancelReason ? <p style={{ margin: '4px 0' }}>{t('cancelled', { reason: m.cancelReason })}</p> : null}
      {m.minutes ? (
        <>
          <p className="muted" style={{ margin: '4px 0' }}>
            {m.attendees.map((a) => `${a.name}${a.title ? ` ${a.title}` : ''}（${t(`side.${a.side}`)}）`).join('、')}
          </p>
          <p style={{ margin: '4px 0', whiteSpace: 'pre-line' }}>{m.minutes}</p>
          <div style={marks}>{signed(m.confirmations, 'confirmed', 'unconfirmed')}</div>
        </>
      ) : null}
      {m.intentionFileId ? (
        <>
          <Papers files={[{ id: m.intentionFileId, name: m.intentionName ?? '', sha256: m.intentionSha256 ?? '' }]} />
          <div style={marks}>{signed(m.intentionMarks, 'signed', 'unsigned')}</div>
        </>
      ) : null}
      <div style={{ ...marks, marginTop: 8 }}>
        {may('confirmMinutes') ? (
          <Button type="primary" onClick={() => void take(() => confirmMinutes(ref), t('done.confirm'))}>
            {t('action.confirm')}
          </Button>
        ) : null}
        {may('writeMinutes') ? <Button onClick={() => setOpen('minutes')}>{t(m.minutes ? 'action.rewrite' : 'action.write')}</Button> : null}
        {may('signIntention') ? (
          <Button type="primary" onClick={() => void take(() => signIntention(ref), t('done.sign'))}>
            {t('action.sign')}
          </Button>
        ) : null}
        {may('handIntention') ? <Button onClick={() => setOpen('intention')}>{t('action.hand')}</Button> : null}
        {may('cancel') ? <Button onClick={() => setOpen('cancel')}>{t('action.cancel')}</Button> : null}
      </div>
      <MinutesDialog meeting={m} open={open === 'minutes'} onClose={close} />
      <IntentionDialog meeting={m} open={open === 'intention'} onClose={close} />
      <ReasonDialog
        open={open === 'cancel'}
        keptAs={`cancel ${m.id}`}
        title={t('action.cancel')}
        label={t('field.reason')}
        okText={t('action.cancel')}
        cancelText={t('common:cancel')}
        sentenceOf={issueSentence}
        refusalOf={refusalOf}
        onCancel={close}
        onOk={async (reason) => {
          await cancelChallengeMeeting(ref, reason);
          close();
          await queryClient.invalidateQueries();
        }}
      />
    </li>
  );
}
