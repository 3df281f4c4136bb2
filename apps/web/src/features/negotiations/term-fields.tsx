import { Button, Form, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { civilClassOf, ContractClass5, ContractType, noneWord, PaymentMode, type TermNode } from '@jihui/domain';
import { MoneyInput } from '@jihui/ui';
import { LongText, ShortText } from '../../lib/limited-text.js';

const longest: Partial<Record<TermNode['key'], number>> = { ipOwnership: 1000, acceptance: 1000, confidentiality: 1000 };

/** The fields of a clause: a choice, a price with its payment, months, or words. */
export function TermFields({ clause }: { clause: TermNode }) {
  const { t } = useTranslation(['negotiations', 'codes']);
  const form = Form.useFormInstance();
  const { key, heading, hint, isRequired, starter } = clause;
  const name = ['terms', key];
  switch (key) {
    case 'type':
      return (
        <Form.Item name={name} label={heading} extra={hint}>
          <Select options={typeOptions(t)} showSearch={{ optionFilterProp: 'label' }} />
        </Form.Item>
      );
    case 'title':
      return (
        <Form.Item name={name} label={heading}>
          <ShortText max={100} counted />
        </Form.Item>
      );
    case 'term':
      return (
        <Form.Item name={['terms', 'termMonths']} label={heading}>
          <InputNumber min={1} max={240} precision={0} suffix={t('terms.monthUnit')} />
        </Form.Item>
      );
    case 'price':
      return (
        <>
          <div className="term-columns">
            <Form.Item name={['terms', 'totalAmount']} label={t('field.totalAmount')}>
              <MoneyInput />
            </Form.Item>
            <Form.Item name={['terms', 'paymentMode']} label={t('field.paymentMode')}>
              <Select options={PaymentMode.options.map((value) => ({ value, label: t(`codes:paymentMode.${value}`) }))} />
            </Form.Item>
          </div>
          <Form.Item name={['terms', 'paymentTerms']} label={t('field.paymentTerms')} extra={t('help.paymentTerms')}>
            <LongText autoSize={{ minRows: 2, maxRows: 8 }} max={1000} />
          </Form.Item>
        </>
      );
    default:
      return (
        <div className="term-worded">
          <Form.Item name={name} label={isRequired ? heading : t('terms.optionalOf', { clause: heading })} extra={hint}>
            <LongText autoSize={{ minRows: 2, maxRows: 14 }} max={longest[key] ?? 4000} />
          </Form.Item>
          {starter ? (
            <Button size="small" onClick={() => form.setFieldValue(name, starter)}>
              {t('terms.useStarter')}
            </Button>
          ) : null}
          {isRequired ? null : (
            <Button size="small" onClick={() => form.setFieldValue(name, noneWord)}>
              {t('terms.useNone')}
            </Button>
          )}
        </div>
      );
  }
}

function typeOptions(t: (key: `codes:contractClass.${ContractClass5}` | `codes:contractType.${ContractType}`) => string) {
  return ContractClass5.options.map((group) => ({
    label: t(`codes:contractClass.${group}`),
    options: ContractType.options.filter((type) => civilClassOf(type) === group).map((value) => ({ value, label: t(`codes:contractType.${value}`) })),
  }));
}
