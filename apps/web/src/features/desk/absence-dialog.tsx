import { App, Form, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { deskHandover } from '@jihui/domain';
import { DayInput, ZodForm } from '@jihui/ui';
import { day } from '../../lib/format.js';
import { ShortText } from '../../lib/limited-text.js';
import { issueSentence, refusalOf } from '../../lib/sentences.js';
import { handOverDesk, refreshDesk, type DeskLoad } from './desk-people.api.js';

type Props = { people: readonly DeskLoad[]; userId: string | null; mayForOthers: boolean; onDone: () => void };

/** 请假交接: from when to when, and who works on the files meanwhile. */
export function AbsenceDialog({ people, userId, mayForOthers, onDone }: Props) {
  const { t } = useTranslation(['desk', 'common']);
  const { message } = App.useApp();
  const [form] = Form.useForm();
  const away: unknown = Form.useWatch('userId', form);
  const options = people.map((p) => ({ value: p.userId ?? '', label: p.name ?? '' }));
  return (
    <Modal open title={t('handOver')} footer={null} onCancel={onDone} destroyOnHidden>
      <ZodForm
        form={form}
        schema={deskHandover}
        keptAs="desk-handover"
        initialValues={{ userId, from: day(new Date()), note: '' }}
        onSubmit={async (input) => {
          const { files, left, handedOverAt } = await handOverDesk(input);
          void message.success(handedOverAt ? t(left ? 'handedOverLeft' : 'handedOver', { files, left }) : t('planned', { day: input.from }));
          onDone();
          await refreshDesk();
        }}
        refusalOf={refusalOf}
        sentenceOf={issueSentence}
        labelOf={(path) => t(`field.${path}` as 'field.from')}
        summaryTitle={t('common:formErrorsTitle')}
        submitText={t('handOver')}
      >
        <p className="muted">{t('handOverHint')}</p>
        <Form.Item name="userId" label={t('field.userId')} hidden={!mayForOthers}>
          <Select options={options} />
        </Form.Item>
        <Form.Item name="deputyId" label={t('field.deputyId')}>
          <Select autoFocus options={options.filter((o) => o.value !== (away ?? userId))} />
        </Form.Item>
        <div className="form-columns">
          <Form.Item name="from" label={t('field.from')}>
            <DayInput />
          </Form.Item>
          <Form.Item name="until" label={t('field.until')}>
            <DayInput />
          </Form.Item>
        </div>
        <Form.Item name="note" label={t('field.note')}>
          <ShortText max={200} />
        </Form.Item>
      </ZodForm>
    </Modal>
  );
}
