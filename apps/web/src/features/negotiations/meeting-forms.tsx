import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { meetingAgenda, meetingMinutes } from '@jihui/domain';
import { MomentInput, ZodForm } from '@jihui/ui';
import { clock, day } from '../../lib/format.js';
import { LongText, ShortText } from '../../lib/limited-text.js';
import { issueSentence, refusalOf } from '../../lib/sentences.js';
import { changeMeeting, planMeeting, refreshRoom, writeMinutes, type Meeting } from './negotiations.api.js';

const linesOf = (text: string): string[] => text.split('\n').map((l) => l.trim()).filter(Boolean);
const namesOf = (text: string): string[] => text.split(/[\n、，,；;]/u).map((n) => n.trim()).filter(Boolean);

/** As it is typed: the time of the place of the meeting, Shanghai's, whatever the device's zone is; an item per line. */
const agendaText = z.object({ startsAt: z.string().nullable(), place: z.string(), agenda: z.string() });
const typedAgenda = z.preprocess((typed) => {
  const { startsAt, place, agenda } = agendaText.parse(typed);
  return { startsAt: startsAt ? `${startsAt.slice(0, 16)}:00+08:00` : undefined, place, agenda: linesOf(agenda) };
}, meetingAgenda);
const minutesText = z.object({ attendees: z.string(), discussion: z.string(), decisions: z.string() });
const typedMinutes = z.preprocess((typed) => {
  const { attendees, discussion, decisions } = minutesText.parse(typed);
  return { attendees: namesOf(attendees), discussion, decisions: linesOf(decisions) };
}, meetingMinutes);

export function AgendaForm({ talkId, meeting, onDone }: { talkId: string; meeting: Meeting | null; onDone: () => void }) {
  const { t } = useTranslation(['negotiations', 'common']);
  const start = meeting
    ? { startsAt: `${day(meeting.startsAt)}T${clock(meeting.startsAt)}`, place: meeting.place, agenda: meeting.agenda.join('\n') }
    : { startsAt: null, place: '', agenda: '' };
  return (
    <ZodForm
      schema={typedAgenda}
      keptAs={`agenda ${talkId} ${meeting ? `${meeting.id} ${meeting.version}` : ''}`}
      initialValues={start}
      onSubmit={async (agenda) => {
        await (meeting ? changeMeeting({ id: meeting.id, version: meeting.version }, agenda) : planMeeting(talkId, agenda));
        await refreshRoom();
        onDone();
      }}
      refusalOf={refusalOf}
      sentenceOf={issueSentence}
      labelOf={(path) => t(`meetings.field.${path.split('.')[0] ?? ''}` as 'meetings.field.place')}
      summaryTitle={t('common:formErrorsTitle')}
      submitText={t('meetings.savePlan')}
      extraActions={<Button onClick={onDone}>{t('common:back')}</Button>}
    >
      <div className="term-columns">
        <Form.Item name="startsAt" label={t('meetings.field.startsAt')}>
          <MomentInput />
        </Form.Item>
        <Form.Item name="place" label={t('meetings.field.place')} extra={t('meetings.placeHint')}>
          <ShortText max={200} />
        </Form.Item>
      </div>
      <Form.Item name="agenda" label={t('meetings.field.agenda')} extra={t('meetings.perLine')}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} />
      </Form.Item>
    </ZodForm>
  );
}

export function MinutesForm({ meeting, onDone }: { meeting: Meeting; onDone: () => void }) {
  const { t } = useTranslation(['negotiations', 'common']);
  return (
    <ZodForm
      schema={typedMinutes}
      keptAs={`minutes ${meeting.id} ${meeting.version}`}
      initialValues={{ attendees: meeting.attendees.join('、'), discussion: meeting.discussion ?? '', decisions: meeting.decisions.join('\n') }}
      onSubmit={async (minutes) => {
        await writeMinutes({ id: meeting.id, version: meeting.version }, minutes);
        await refreshRoom();
        onDone();
      }}
      refusalOf={refusalOf}
      sentenceOf={issueSentence}
      labelOf={(path) => t(`meetings.field.${path.split('.')[0] ?? ''}` as 'meetings.field.place')}
      summaryTitle={t('common:formErrorsTitle')}
      submitText={t('meetings.saveMinutes')}
      extraActions={<Button onClick={onDone}>{t('common:back')}</Button>}
    >
      <Form.Item name="attendees" label={t('meetings.field.attendees')} extra={t('meetings.namesHint')}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} />
      </Form.Item>
      <Form.Item name="discussion" label={t('meetings.field.discussion')}>
        <LongText autoSize={{ minRows: 3, maxRows: 16 }} max={4000} />
      </Form.Item>
      <Form.Item name="decisions" label={t('meetings.field.decisions')} extra={t('meetings.perLine')}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 16 }} />
      </Form.Item>
    </ZodForm>
  );
}
