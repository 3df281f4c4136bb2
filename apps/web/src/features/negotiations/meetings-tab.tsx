import { useMutation } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState, StatusTag } from '@jihui/ui';
import { moment } from '../../lib/format.js';
import { errorSentence } from '../../lib/sentences.js';
import { AgendaForm, MinutesForm } from './meeting-forms.js';
import { cancelMeeting, confirmMinutes, refreshRoom, type Meeting, type Negotiation } from './negotiations.api.js';

const tone = { PLANNED: 'active', MINUTED: 'attention', CONFIRMED: 'good', CANCELLED: 'neutral' } as const;
type Editing = { id: string | null; what: 'agenda' | 'minutes' } | null;

/** The meetings of the room: what is to be talked about, and what was decided, confirmed by both sides. */
export function MeetingsTab({ talk }: { talk: Negotiation }) {
  const { t } = useTranslation('negotiations');
  const [editing, setEditing] = useState<Editing>(null);
  const done = () => setEditing(null);
  const meeting = talk.meetings.find((m) => m.id === editing?.id);
  if (editing?.what === 'minutes' && meeting) return <MinutesForm meeting={meeting} onDone={done} />;
  if (editing) return <AgendaForm talkId={talk.id} meeting={meeting ?? null} onDone={done} />;
  const plan = talk.isWritable ? <Button onClick={() => setEditing({ id: null, what: 'agenda' })}>{t('meetings.plan')}</Button> : undefined;
  if (!talk.meetings.length) return <EmptyState text={t('meetings.empty')} action={plan} />;
  return (
    <>
      <div className="room-actions">{plan}</div>
      {talk.meetings.map((m) => (
        <MeetingView key={m.id} meeting={m} onEdit={(what) => setEditing({ id: m.id, what })} />
      ))}
    </>
  );
}

function MeetingView({ meeting: m, onEdit }: { meeting: Meeting; onEdit: (what: 'agenda' | 'minutes') => void }) {
  const { t } = useTranslation(['negotiations', 'common']);
  const { message, modal } = App.useApp();
  const confirm = useMutation({
    mutationFn: () => confirmMinutes({ id: m.id, version: m.version }),
    onSuccess: () => void message.success(t('meetings.confirmed')),
    onError: (error) => void message.error(errorSentence(error)),
    onSettled: () => refreshRoom(),
  });
  const may = (action: Meeting['availableActions'][number]) => m.availableActions.includes(action);
  const cancel = () =>
    modal.confirm({
      title: t('meetings.cancelTitle'),
      okText: t('meetings.cancel'),
      cancelText: t('common:back'),
      onOk: () =>
        cancelMeeting({ id: m.id, version: m.version })
          .catch((error: unknown) => void message.error(errorSentence(error)))
          .then(() => refreshRoom()),
    });
  const heading = `${moment(m.startsAt)} · ${m.place}`;
  return (
    <article className="meeting" aria-label={heading}>
      <header className="clause-head">
        <h3 className="num">{heading}</h3>
        <StatusTag tone={tone[m.status]}>{t(`meetings.status.${m.status}`)}</StatusTag>
      </header>
      <Lines title={t('meetings.agenda')} lines={m.agenda} />
      {m.discussion ? (
        <>
          <h4>{t('meetings.attendees')}</h4>
          <p>{m.attendees.join('、')}</p>
          <h4>{t('meetings.discussion')}</h4>
          <p className="clause-words">{m.discussion}</p>
          <Lines title={t('meetings.decisions')} lines={m.decisions.length ? m.decisions : [t('meetings.noDecisions')]} />
        </>
      ) : null}
      <p className="clause-note muted">{noteOf(m, t)}</p>
      <div className="clause-actions">
        {may('confirmMinutes') ? (
          <Button size="small" type="primary" loading={confirm.isPending} onClick={() => confirm.mutate()}>
            {t('meetings.confirm')}
          </Button>
        ) : null}
        {may('writeMinutes') ? (
          <Button size="small" onClick={() => onEdit('minutes')}>
            {t(m.discussion ? 'meetings.rewrite' : 'meetings.write')}
          </Button>
        ) : null}
        {may('plan') ? (
          <Button size="small" onClick={() => onEdit('agenda')}>
            {t('meetings.change')}
          </Button>
        ) : null}
        {may('cancel') ? (
          <Button size="small" type="text" onClick={cancel}>
            {t('meetings.cancel')}
          </Button>
        ) : null}
      </div>
    </article>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <>
      <h4>{title}</h4>
      <ol>
        {lines.map((line, i) => (
          <li key={i}>{line}</li>
        ))}
      </ol>
    </>
  );
}

function noteOf(m: Meeting, t: ReturnType<typeof useTranslation<['negotiations', 'common']>>['t']): string {
  const confirmed = [
    m.supplierConfirmedAt ? t('meetings.confirmedBy', { side: t('sideOf.SUPPLIER'), name: m.supplierConfirmedByName ?? '', when: moment(m.supplierConfirmedAt) }) : null,
    m.demanderConfirmedAt ? t('meetings.confirmedBy', { side: t('sideOf.DEMANDER'), name: m.demanderConfirmedByName ?? '', when: moment(m.demanderConfirmedAt) }) : null,
  ];
  const written = m.minutesByName ? t('meetings.minutesBy', { name: m.minutesByName }) : t('meetings.plannedBy', { name: m.plannedByName });
  return [written, ...confirmed].filter(Boolean).join('；');
}
