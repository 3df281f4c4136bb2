import { Alert, Form, Modal, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { contractRefusal, RefusalCode, type RefusalCode as Code } from '@jihui/domain';
import { ZodForm } from '@jihui/ui';
import { LongText } from '../../lib/limited-text.js';
import { issueSentence, refusalOf } from '../../lib/sentences.js';

const asked = contractRefusal.pick({ code: true, reason: true });
type Props = { open: boolean; keptAs: string; title: string; onCancel: () => void; onOk: (code: Code, reason: string) => Promise<unknown> };

/** The grounds are chosen by arrow keys at once; the dialog itself would focus its cross. */
const focusFirst = () => document.querySelector<HTMLInputElement>('.refusal-codes input')?.focus();

/** 不予登记 ends a contract: one of the grounds of the rules, and the reason in words. */
export function RefusalDialog({ open, keptAs, title, onCancel, onOk }: Props) {
  const { t } = useTranslation(['contracts', 'common']);
  return (
    <Modal open={open} title={title} footer={null} onCancel={onCancel} width={600} destroyOnHidden afterOpenChange={(isOpen) => isOpen && focusFirst()}>
      <Alert type="warning" showIcon title={t('desk.refuseHint')} style={{ marginBottom: 12 }} />
      <ZodForm
        schema={asked}
        keptAs={keptAs}
        initialValues={{ reason: '' }}
        onSubmit={({ code, reason }) => onOk(code, reason)}
        refusalOf={refusalOf}
        sentenceOf={issueSentence}
        labelOf={(path) => t(`field.${path}` as 'field.code')}
        summaryTitle={t('common:formErrorsTitle')}
        submitText={t('action.refuse')}
      >
        <Form.Item name="code" label={t('field.code')}>
          <Radio.Group className="refusal-codes" options={RefusalCode.options.map((value) => ({ value, label: t(`refusal.${value}`) }))} />
        </Form.Item>
        <Form.Item name="reason" label={t('desk.refuseReason')}>
          <LongText autoSize={{ minRows: 3, maxRows: 8 }} max={1000} counted />
        </Form.Item>
      </ZodForm>
    </Modal>
  );
}
