import { Button, Checkbox, Form, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { BuyerTax, civilClassOf, ContractClass5, ContractType, SellerKind, taxEstimateInput, type TaxEstimateInput } from '@jihui/domain';
import { DayInput, MoneyInput, ZodForm } from '@jihui/ui';
import { exactMoney } from '../../lib/money.js';
import { issueSentence, refusalOf } from '../../lib/sentences.js';

const flags = ['recognised', 'priceIncludesVat', 'buyerDeductsVat', 'attached', 'fullyRelated', 'sellerInHenan', 'sellerAbroad', 'buyerIsEnterprise', 'buyerInHenan', 'implementedInHenan', 'institutionNamed'] as const;
const money = ['totalAmount', 'techAmount', 'transferCosts', 'transferIncomeBefore', 'received', 'buyerDomesticExpenses'] as const;

/** The figures and circumstances that an estimate rests on. */
export function EstimateForm({ initial, onCount }: { initial: TaxEstimateInput; onCount: (input: TaxEstimateInput) => void }) {
  const { t } = useTranslation(['rules', 'codes', 'common']);
  const [form] = Form.useForm();
  const types = ContractClass5.options.map((group) => ({
    label: t(`codes:contractClass.${group}`),
    options: ContractType.options.filter((type) => civilClassOf(type) === group).map((value) => ({ value, label: t(`codes:contractType.${value}`) })),
  }));
  return (
    <ZodForm
      form={form}
      schema={taxEstimateInput}
      keptAs={null}
      initialValues={initial}
      onSubmit={async (values) => onCount(values)}
      refusalOf={refusalOf}
      sentenceOf={issueSentence}
      labelOf={(path) => t(`estimate.field.${path}` as 'estimate.field.day')}
      summaryTitle={t('estimate.wrong')}
      submitText={t('estimate.count')}
      extraActions={<Button onClick={() => form.resetFields()}>{t('estimate.reset')}</Button>}
    >
      <div className="form-columns">
        <Form.Item name="type" label={t('estimate.field.type')}>
          <Select options={types} showSearch={{ optionFilterProp: 'label' }} />
        </Form.Item>
        <Form.Item name="day" label={t('estimate.field.day')}>
          <DayInput />
        </Form.Item>
        {money.map((name) => (
          <Form.Item key={name} name={name} label={t(`estimate.field.${name}`)}>
            <MoneyInput unit={t('common:wanYuan')} exact={exactMoney} />
          </Form.Item>
        ))}
        <Form.Item name="licenceMonths" label={t('estimate.field.licenceMonths')}>
          <InputNumber min={1} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="sellerKind" label={t('estimate.field.sellerKind')}>
          <Select options={SellerKind.options.map((value) => ({ value, label: t(`codes:organisationKind.${value}`) }))} />
        </Form.Item>
        <Form.Item name="buyerTax" label={t('estimate.field.buyerTax')}>
          <Select options={BuyerTax.options.map((value) => ({ value, label: t(`estimate.buyerTax.${value}`) }))} />
        </Form.Item>
      </div>
      <div style={{ display: 'flex', flexWrap: 'wrap', columnGap: 20, marginBottom: 12 }}>
        {flags.map((name) => (
          <Form.Item key={name} name={name} valuePropName="checked" style={{ marginBottom: 4 }}>
            <Checkbox>{t(`estimate.field.${name}`)}</Checkbox>
          </Form.Item>
        ))}
      </div>
    </ZodForm>
  );
}
