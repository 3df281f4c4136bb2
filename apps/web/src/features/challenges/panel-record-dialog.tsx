import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { heldOnIssues, panelRecord, ReviewManner, shanghaiDay } from '@jihui/domain';
import { DayInput } from '@jihui/ui';
import { FormDialog } from '../../lib/form-dialog.js';
import { LongText, ShortText } from '../../lib/limited-text.js';
import { UploadOne } from '../../lib/upload-field.js';
import { recordPanel, type PanelItem, type PanelRecordRow } from './panel-records.api.js';

/** A refined schema has no part of its own: the day is asked of its field. */
const dayOf = (values: unknown) => panelRecord.shape.heldOn.safeParse(typeof values === 'object' && values ? Reflect.get(values, 'heldOn') : null);
type Props = { item: PanelItem; corrects: PanelRecordRow | null; onClose: () => void };

/** A new record, or one that takes the place of another: what that one said stands in the form. */
export function PanelRecordDialog({ item, corrects, onClose }: Props) {
  const { t } = useTranslation('challenges');
  const seats = item.reviewers.filter((r) => !r.recusedAt);
  const attended = corrects?.attendees.map((a) => a.userId) ?? seats.map((r) => r.userId);
  const today = shanghaiDay(new Date());
  const days = { openedOn: item.panel?.openedOn ?? null, decidedOn: item.panel?.decidedOn ?? null };
  const { heldOn = days.decidedOn ?? today, manner = 'MEETING', conclusion = '', dissent = '' } = corrects ?? {};
  const heldOnHint = days.openedOn ? t('panelRecord.heldOnHelp', { from: days.openedOn, to: days.decidedOn ?? today }) : undefined;
  return (
    <FormDialog
      open
      keptAs={`panel-record ${item.id} ${corrects?.id ?? ''}`}
      width={640}
      title={t(corrects ? 'panelRecord.correctTitle' : 'panelRecord.enter')}
      schema={panelRecord}
      initial={{
        ...{ challengeId: item.id, version: item.version, heldOn, manner, conclusion, dissent },
        attendeeIds: attended.filter((id) => seats.some((r) => r.userId === id)),
        correctsId: corrects?.id ?? null,
      }}
      done={t('panelRecord.done')}
      labels={(path) => t(`panelRecord.field.${path.split('.')[0]}` as 'panelRecord.field.heldOn')}
      moreIssues={(values) => {
        const held = dayOf(values);
        return held.success ? heldOnIssues(held.data, days, today) : [];
      }}
      send={recordPanel}
      onClose={onClose}
    >
      <div className="form-columns">
        <Form.Item name="heldOn" label={t('panelRecord.field.heldOn')} extra={heldOnHint}>
          <DayInput />
        </Form.Item>
        <Form.Item name="manner" label={t('panelRecord.field.manner')}>
          <Select options={ReviewManner.options.map((value) => ({ value, label: t(`panelRecord.manner.${value}`) }))} />
        </Form.Item>
      </div>
      <Form.Item name="attendeeIds" label={t('panelRecord.field.attendeeIds')}>
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          options={seats.map((r) => ({ value: r.userId, label: r.isChair ? t('panelRecord.chairMark', { name: r.name }) : r.name }))}
        />
      </Form.Item>
      <Form.Item name="conclusion" label={t('panelRecord.field.conclusion')}>
        <LongText autoSize={{ minRows: 4, maxRows: 12 }} max={4000} />
      </Form.Item>
      <Form.Item name="dissent" label={t('panelRecord.field.dissent')} extra={t('panelRecord.dissentHelp')}>
        <LongText autoSize={{ minRows: 1, maxRows: 8 }} max={2000} />
      </Form.Item>
      <Form.Item name="fileId" label={t('panelRecord.field.fileId')} extra={t('panelRecord.fileHelp')}>
        <UploadOne />
      </Form.Item>
      {corrects ? (
        <Form.Item name="correctionReason" label={t('panelRecord.field.correctionReason')}>
          <ShortText max={300} />
        </Form.Item>
      ) : null}
    </FormDialog>
  );
}
