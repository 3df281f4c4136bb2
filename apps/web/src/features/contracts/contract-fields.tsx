import { Button, Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { civilClassOf, ContractClass5, ContractType, PaymentMode, TechField } from '@jihui/domain';
import { DayInput, MoneyInput, Panel } from '@jihui/ui';
import { LongText, ShortText } from '../../lib/limited-text.js';
import { AmountLinesEditor, useLineAmounts } from './amount-lines-editor.js';

/** The thirteen types under their five classes. */
export function TypeSelect(props: { id?: string; value?: ContractType; onChange?: (type: ContractType) => void }) {
  const { t } = useTranslation('codes');
  const groups = ContractClass5.options.map((group) => ({
    label: t(`contractClass.${group}`),
    options: ContractType.options
      .filter((type) => civilClassOf(type) === group)
      .map((value) => ({ value, label: t(`contractType.${value}`) })),
  }));
  return <Select {...props} options={groups} showSearch={{ optionFilterProp: 'label' }} />;
}

/** The content of a contract in the order of its clauses. `onFill`: a value was put in without being typed. */
export function ContractFields({ onFill }: { onFill: () => void }) {
  const { t } = useTranslation(['contracts', 'codes']);
  const form = Form.useFormInstance();
  const follows = useLineAmounts(form, onFill);
  const copyTotal = () => {
    form.setFieldValue('techAmount', form.getFieldValue('totalAmount'));
    onFill();
  };
  return (
    <>
      <Panel title={t('edit.content')} id="content">
        <Form.Item name="title" label={t('field.title')}>
          <ShortText max={100} counted />
        </Form.Item>
        <div className="form-columns">
          <Form.Item name="type" label={t('field.type')}>
            <TypeSelect />
          </Form.Item>
          <Form.Item name="techField" label={t('field.techField')}>
            <Select
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              options={TechField.options.map((value) => ({ value, label: t(`codes:techField.${value}`) }))}
            />
          </Form.Item>
        </div>
        <Form.Item name="subject" label={t('field.subject')} extra={t('edit.subjectHelp')}>
          <LongText autoSize={{ minRows: 6, maxRows: 24 }} max={4000} />
        </Form.Item>
      </Panel>
      <Panel title={t('edit.money')} id="money">
        <div className="form-columns">
          <Form.Item name="totalAmount" label={t('field.totalAmount')}>
            <MoneyInput disabled={follows} />
          </Form.Item>
          <Form.Item
            name="techAmount"
            label={t('field.techAmount')}
            extra={
              follows ? (
                t('edit.amountsFollow')
              ) : (
              <>
                {t('edit.techAmountHelp')}{' '}
                <Button type="link" size="small" style={{ padding: 0 }} onClick={copyTotal}>
                  {t('edit.sameAsTotal')}
                </Button>
              </>
              )
            }
          >
            <MoneyInput disabled={follows} />
          </Form.Item>
        </div>
        <AmountLinesEditor onFill={onFill} />
        <Form.Item name="paymentMode" label={t('field.paymentMode')} style={{ maxWidth: 320 }}>
          <Select options={PaymentMode.options.map((value) => ({ value, label: t(`codes:paymentMode.${value}`) }))} />
        </Form.Item>
        <Form.Item name="paymentTerms" label={t('field.paymentTerms')} extra={t('edit.paymentHelp')}>
          <LongText autoSize={{ minRows: 2, maxRows: 10 }} max={1000} />
        </Form.Item>
      </Panel>
      <Panel title={t('edit.time')} id="time">
        <div className="form-columns">
          {(['signedOn', 'startsOn', 'endsOn'] as const).map((name) => (
            <Form.Item key={name} name={name} label={t(`field.${name}`)}>
              <DayInput />
            </Form.Item>
          ))}
        </div>
      </Panel>
      <Panel title={t('edit.rights')} id="rights">
        <Form.Item name="ipOwnership" label={t('field.ipOwnership')} extra={t('edit.ipHelp')}>
          <LongText autoSize={{ minRows: 2, maxRows: 10 }} max={1000} />
        </Form.Item>
        <Form.Item name="acceptance" label={t('field.acceptance')} extra={t('edit.acceptanceHelp')}>
          <LongText autoSize={{ minRows: 2, maxRows: 10 }} max={1000} />
        </Form.Item>
        <Form.Item name="confidentiality" label={t('field.confidentiality')} extra={t('edit.confidentialityHelp')}>
          <LongText autoSize={{ minRows: 2, maxRows: 10 }} max={1000} />
        </Form.Item>
      </Panel>
    </>
  );
}
