import { Form, Modal, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { IncomeKind, receiptEntry, shanghaiDay, techPartOf } from '@jihui/domain';
import { DayInput, MoneyInput, ZodForm } from '@jihui/ui';
import { ShortText } from '../../lib/limited-text.js';
import { issueSentence, refusalOf } from '../../lib/sentences.js';
import { UploadOne } from '../../lib/upload-field.js';
import { enterReceipt, refreshMoney, type MoneyContract } from './receipts.api.js';

/** 登记到账: the amount, its voucher and its invoice. The technology part is proposed by the contract's proportion. */
export function ReceiptDialog({ contract: c, onDone }: { contract: MoneyContract; onDone: () => void }) {
  const { t } = useTranslation(['aftercare', 'common']);
  const [form] = Form.useForm();
  const propose = (changed: object) => {
    if (!('amount' in changed) && !('kind' in changed)) return;
    const { amount, kind }: { amount?: string; kind?: IncomeKind } = form.getFieldsValue(true);
    if (!amount || !/^\d+$/.test(amount)) return;
    form.setFieldValue('techIncome', kind === 'ROYALTY' ? amount : techPartOf(amount, c.totalAmount ?? '0', c.techAmount ?? '0'));
  };
  return (
    <Modal open title={t('money.enter')} footer={null} onCancel={onDone} width={640} destroyOnHidden>
      <ZodForm
        form={form}
        schema={receiptEntry}
        keptAs={`receipt ${c.id}`}
        initialValues={{ contractId: c.id, kind: 'PRICE', receivedOn: shanghaiDay(new Date()), voucherNo: '', invoiceNo: '' }}
        onValuesChange={propose}
        onSubmit={async (input) => {
          await enterReceipt(input);
          onDone();
          await refreshMoney();
        }}
        refusalOf={refusalOf}
        sentenceOf={issueSentence}
        labelOf={(path) => t(`money.field.${path}` as 'money.field.amount')}
        summaryTitle={t('common:formErrorsTitle')}
        submitText={t('money.enter')}
      >
        <Form.Item name="kind" label={t('money.field.kind')}>
          <Radio.Group options={IncomeKind.options.map((value) => ({ value, label: t(`money.kind.${value}`) }))} />
        </Form.Item>
        <div className="form-columns">
          <Form.Item name="amount" label={t('money.field.amount')}>
            <MoneyInput />
          </Form.Item>
          <Form.Item name="techIncome" label={t('money.field.techIncome')} extra={t('money.techHelp')}>
            <MoneyInput />
          </Form.Item>
          <Form.Item name="receivedOn" label={t('money.field.receivedOn')}>
            <DayInput />
          </Form.Item>
          <Form.Item name="voucherNo" label={t('money.field.voucherNo')}>
            <ShortText max={60} />
          </Form.Item>
          <Form.Item name="invoiceNo" label={t('money.field.invoiceNo')}>
            <ShortText max={60} />
          </Form.Item>
        </div>
        <div className="form-columns">
          <Form.Item name="voucherFileId" label={t('money.field.voucherFileId')}>
            <UploadOne />
          </Form.Item>
          <Form.Item name="invoiceFileId" label={t('money.field.invoiceFileId')}>
            <UploadOne />
          </Form.Item>
        </div>
        <Form.Item name="excessReason" label={t('money.field.excessReason')} extra={t('money.excessHelp')}>
          <ShortText max={300} />
        </Form.Item>
        <Form.Item name="note" label={t('money.field.note')}>
          <ShortText max={300} />
        </Form.Item>
      </ZodForm>
    </Modal>
  );
}
