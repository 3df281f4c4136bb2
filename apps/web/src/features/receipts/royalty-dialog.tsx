import { Form, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { royaltyStatement } from '@jihui/domain';
import { DayInput, MoneyInput, ZodForm } from '@jihui/ui';
import { LongText } from '../../lib/limited-text.js';
import { issueSentence, refusalOf } from '../../lib/sentences.js';
import { refreshMoney, reportRoyalty } from './receipts.api.js';

/** 履行与提成报告 of the buyer for one period. */
export function RoyaltyDialog({ contractId, onDone }: { contractId: string; onDone: () => void }) {
  const { t } = useTranslation(['aftercare', 'common']);
  return (
    <Modal open title={t('money.report')} footer={null} onCancel={onDone} width={600} destroyOnHidden>
      <ZodForm
        schema={royaltyStatement}
        keptAs={`royalty ${contractId}`}
        initialValues={{ contractId, performance: '' }}
        onSubmit={async (input) => {
          await reportRoyalty(input);
          onDone();
          await refreshMoney();
        }}
        refusalOf={refusalOf}
        sentenceOf={issueSentence}
        labelOf={(path) => t(`money.field.${path}` as 'money.field.sales')}
        summaryTitle={t('common:formErrorsTitle')}
        submitText={t('money.report')}
      >
        <div className="form-columns">
          {(['from', 'until'] as const).map((name) => (
            <Form.Item key={name} name={name} label={t(`money.field.${name}`)}>
              <DayInput />
            </Form.Item>
          ))}
          {(['sales', 'royalty'] as const).map((name) => (
            <Form.Item key={name} name={name} label={t(`money.field.${name}`)}>
              <MoneyInput />
            </Form.Item>
          ))}
        </div>
        <Form.Item name="performance" label={t('money.field.performance')}>
          <LongText autoSize={{ minRows: 3, maxRows: 8 }} max={2000} />
        </Form.Item>
      </ZodForm>
    </Modal>
  );
}
