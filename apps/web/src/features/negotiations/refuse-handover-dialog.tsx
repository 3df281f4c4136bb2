import { Button, Form, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { handoverRefusal, HandoverRefusal } from '@jihui/domain';
import { ZodForm } from '@jihui/ui';
import { LongText } from '../../lib/limited-text.js';
import { issueSentence, refusalOf } from '../../lib/sentences.js';
import { refreshRoom, refuseHandover } from './negotiations.api.js';

type Props = { open: boolean; mandate: { id: string; version: number }; onClose: () => void };

/** A broker says why he does not take a demand over. */
export function RefuseHandoverDialog({ open, mandate, onClose }: Props) {
  const { t } = useTranslation(['negotiations', 'common']);
  return (
    <Modal open={open} title={t('handover.refuseTitle')} footer={null} onCancel={onClose} destroyOnHidden>
      <p className="muted" style={{ marginTop: 0 }}>
        {t('handover.refuseHint')}
      </p>
      <ZodForm
        schema={handoverRefusal}
        keptAs={`handover-refusal ${mandate.id}`}
        initialValues={{ note: '' }}
        onSubmit={async (input) => {
          await refuseHandover(mandate, input);
          onClose();
          await refreshRoom();
        }}
        refusalOf={refusalOf}
        sentenceOf={issueSentence}
        labelOf={(path) => t(path === 'refusal' ? 'handover.reason' : 'handover.note')}
        summaryTitle={t('common:formErrorsTitle')}
        submitText={t('handover.refuse')}
        extraActions={<Button onClick={onClose}>{t('common:cancel')}</Button>}
      >
        <Form.Item name="refusal" label={t('handover.reason')}>
          <Select options={HandoverRefusal.options.map((value) => ({ value, label: t(`handover.refusal.${value}`) }))} />
        </Form.Item>
        <Form.Item name="note" label={t('handover.note')}>
          <LongText autoSize={{ minRows: 2, maxRows: 6 }} max={500} />
        </Form.Item>
      </ZodForm>
    </Modal>
  );
}
