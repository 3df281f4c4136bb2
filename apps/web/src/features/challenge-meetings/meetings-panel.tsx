import { useQuery } from '@tanstack/react-query';
import { Button, Form, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { challengeMeetingPlan } from '@jihui/domain';
import { MomentInput, Panel } from '@jihui/ui';
import { FormDialog } from '../../lib/form-dialog.js';
import { ShortText } from '../../lib/limited-text.js';
import { MeetingCard } from './meeting-card.js';
import { getMeetings, meetingKeys, planChallengeMeeting } from './meetings.api.js';

/** 供需对接 of an item: the owner and the branch see every talk, a bidder his own; nobody else sees that there is one. */
export function MeetingsPanel({ challengeId }: { challengeId: string }) {
  const { t } = useTranslation('challengeMeetings');
  const [planning, setPlanning] = useState(false);
  const { data: item } = useQuery({ queryKey: meetingKeys.item(challengeId), queryFn: () => getMeetings(challengeId) });
  if (!item) return null;
  const plans = item.availableActions.includes('meet');
  const waiting = item.claims.filter((c) => c.status === 'QUALIFIED' && !item.meetings.some((m) => m.claimId === c.id && m.status !== 'CANCELLED'));
  if (!plans && !item.meetings.length) return null;
  return (
    <Panel title={t('title')}>
      <p className="muted">{t(plans ? 'hint' : 'bidderHint')}</p>
      {item.meetings.length ? (
        <ul style={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 16 }}>
          {item.meetings.map((m) => (
            <MeetingCard key={m.id} meeting={m} />
          ))}
        </ul>
      ) : null}
      {plans && waiting.length ? (
        <Button style={{ marginTop: 12 }} onClick={() => setPlanning(true)}>
          {t('action.plan')}
        </Button>
      ) : null}
      <FormDialog
        open={planning}
        keptAs={`meeting ${item.id}`}
        title={t('action.plan')}
        hint={t('planHint')}
        schema={challengeMeetingPlan}
        initial={{ claimId: waiting[0]?.id, place: '' }}
        done={t('done.plan')}
        labels={(path) => t(`field.${path}` as 'field.place')}
        send={planChallengeMeeting}
        onClose={() => setPlanning(false)}
      >
        <Form.Item name="claimId" label={t('field.claimId')}>
          <Select options={waiting.map((c) => ({ value: c.id, label: c.organisation?.name ?? '' }))} />
        </Form.Item>
        <Form.Item name="at" label={t('field.at')}>
          <MomentInput />
        </Form.Item>
        <Form.Item name="place" label={t('field.place')}>
          <ShortText max={120} />
        </Form.Item>
      </FormDialog>
    </Panel>
  );
}
