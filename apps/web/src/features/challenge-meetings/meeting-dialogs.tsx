import { Button, Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { challengeMeetingIntention, challengeMeetingMinutes, ChallengeMeetingSide } from '@jihui/domain';
import { FormDialog } from '../../lib/form-dialog.js';
import { LongText, ShortText } from '../../lib/limited-text.js';
import { UploadOne } from '../../lib/upload-field.js';
import { handIntention, writeMinutes, type Meeting } from './meetings.api.js';

type Props = { meeting: Meeting; open: boolean; onClose: () => void };

/** Who spoke for each side, and what was said; whoever writes anew undoes earlier confirmations. */
export function MinutesDialog({ meeting: m, open, onClose }: Props) {
  const { t } = useTranslation('challengeMeetings');
  const attendees = m.attendees.length ? m.attendees : ChallengeMeetingSide.options.map((side) => ({ side, name: '', title: '' }));
  const label = (path: string) => {
    const [, index, field = path] = path.split('.');
    return index ? t('attendeeField', { n: Number(index) + 1, part: t(`field.${field}` as 'field.name') }) : t(`field.${path}` as 'field.text');
  };
  return (
    <FormDialog
      open={open}
      keptAs={`minutes ${m.id} ${m.version}`}
      width={680}
      title={t('action.write')}
      hint={t('minutesHint')}
      schema={challengeMeetingMinutes}
      initial={{ attendees, text: m.minutes ?? '' }}
      done={t('done.write')}
      labels={label}
      send={(input) => writeMinutes({ id: m.id, version: m.version }, input)}
      onClose={onClose}
    >
      <Form.List name="attendees">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <div key={key} style={{ display: 'flex', flexWrap: 'wrap', columnGap: 12 }}>
                <Form.Item name={[name, 'side']} label={t('field.side')} style={{ flex: '0 1 120px' }}>
                  <Select options={ChallengeMeetingSide.options.map((value) => ({ value, label: t(`side.${value}`) }))} />
                </Form.Item>
                <Form.Item name={[name, 'name']} label={t('field.name')} style={{ flex: '1 1 120px' }}>
                  <ShortText max={40} />
                </Form.Item>
                <Form.Item name={[name, 'title']} label={t('field.title')} style={{ flex: '1 1 140px' }}>
                  <ShortText max={60} />
                </Form.Item>
                {rows.length > 2 ? (
                  <Button type="text" style={{ alignSelf: 'center' }} onClick={() => remove(name)} aria-label={t('removeAttendee', { n: name + 1 })}>
                    ×
                  </Button>
                ) : null}
              </div>
            ))}
            <Button size="small" style={{ marginBottom: 12 }} onClick={() => add({ side: m.mySide ?? 'OWNER', name: '', title: '' })}>
              {t('addAttendee')}
            </Button>
          </>
        )}
      </Form.List>
      <Form.Item name="text" label={t('field.text')}>
        <LongText rows={6} max={5000} counted />
      </Form.Item>
    </FormDialog>
  );
}

/** 合作意向书 as a file; both then sign it under its hash. */
export function IntentionDialog({ meeting: m, open, onClose }: Props) {
  const { t } = useTranslation('challengeMeetings');
  return (
    <FormDialog
      open={open}
      keptAs={`intention ${m.id}`}
      title={t('action.hand')}
      hint={t('intentionHint')}
      schema={challengeMeetingIntention}
      initial={{ fileId: null }}
      done={t('done.hand')}
      labels={() => t('field.fileId')}
      send={({ fileId }) => handIntention({ id: m.id, version: m.version }, fileId)}
      onClose={onClose}
    >
      <Form.Item name="fileId" label={t('field.fileId')}>
        <UploadOne />
      </Form.Item>
    </FormDialog>
  );
}
