import { Alert, Button, Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { civilClassOf, ContractClass5, ContractType, PaymentMode, termSheet, type TermSheet as Terms } from '@jihui/domain';
import { MoneyInput, ZodForm } from '@jihui/ui';
import { dropCopy, keepCopy, readCopy } from '../../lib/local-copy.js';
import { issueSentence, refusalOf } from '../../lib/sentences.js';
import { refreshRoom, saveTermSheet, type Negotiation } from './negotiations.api.js';

type Props = { talk: Negotiation; onDone: () => void };

/** A new version of the terms. What is typed stays in this browser until it is saved; the version it was typed on goes with it. */
export function TermSheetForm({ talk, onDone }: Props) {
  const { t } = useTranslation(['negotiations', 'codes', 'common']);
  const [form] = Form.useForm();
  const [last] = talk.termSheets;
  const name = `termSheet.${talk.id}`;
  const [copy] = useState(() => readCopy<Partial<Terms>>(name));
  const [basedOn] = useState(last?.number ?? 0);
  const isOvertaken = (last?.number ?? 0) !== basedOn;
  const types = ContractClass5.options.map((group) => ({
    label: t(`codes:contractClass.${group}`),
    options: ContractType.options
      .filter((type) => civilClassOf(type) === group)
      .map((value) => ({ value, label: t(`codes:contractType.${value}`) })),
  }));
  return (
    <>
      {isOvertaken ? (
        <Alert type="warning" showIcon title={t('terms.overtaken', { number: last?.number ?? 0 })} style={{ marginBottom: 16 }} />
      ) : null}
      {copy ? (
        <Alert
          type="info"
          showIcon
          title={t('terms.restored')}
          style={{ marginBottom: 16 }}
          action={
            <Button size="small" onClick={() => (dropCopy(name), form.resetFields(), form.setFieldsValue(startOf(talk)))}>
              {t('terms.discard')}
            </Button>
          }
        />
      ) : null}
      <ZodForm
        form={form}
        schema={termSheet}
        initialValues={{ ...startOf(talk), ...copy?.values }}
        onValuesChange={(_changed, all) => keepCopy(name, { values: all, base: basedOn, at: new Date().toISOString() })}
        onSubmit={async (terms) => {
          await saveTermSheet(talk.id, basedOn, terms);
          dropCopy(name);
          await refreshRoom();
          onDone();
        }}
        refusalOf={refusalOf}
        sentenceOf={issueSentence}
        labelOf={(path) => t(`field.${path}` as 'field.title')}
        summaryTitle={t('common:formErrorsTitle')}
        submitText={t('terms.save', { number: basedOn + 1 })}
        extraActions={<Button onClick={onDone}>{t('common:back')}</Button>}
      >
        <div className="term-columns">
          <Form.Item name="type" label={t('field.type')}>
            <Select options={types} showSearch={{ optionFilterProp: 'label' }} />
          </Form.Item>
          <Form.Item name="termMonths" label={t('field.termMonths')}>
            <InputNumber min={1} max={240} precision={0} suffix={t('terms.monthUnit')} style={{ width: '100%' }} />
          </Form.Item>
        </div>
        <Form.Item name="title" label={t('field.title')}>
          <Input maxLength={100} showCount />
        </Form.Item>
        <Form.Item name="subject" label={t('field.subject')} extra={t('help.subject')}>
          <Input.TextArea autoSize={{ minRows: 4, maxRows: 20 }} maxLength={4000} />
        </Form.Item>
        <div className="term-columns">
          <Form.Item name="totalAmount" label={t('field.totalAmount')}>
            <MoneyInput />
          </Form.Item>
          <Form.Item name="paymentMode" label={t('field.paymentMode')}>
            <Select options={PaymentMode.options.map((value) => ({ value, label: t(`codes:paymentMode.${value}`) }))} />
          </Form.Item>
        </div>
        <Form.Item name="paymentTerms" label={t('field.paymentTerms')} extra={t('help.paymentTerms')}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={1000} />
        </Form.Item>
        <Form.Item name="ipOwnership" label={t('field.ipOwnership')} extra={t('help.ipOwnership')}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={1000} />
        </Form.Item>
      </ZodForm>
    </>
  );
}

/** The last version, or what the talk's subject suggests. */
function startOf(talk: Negotiation): Partial<Terms> {
  const [last] = talk.termSheets;
  if (!last) return { title: talk.title };
  const { type, title, subject, totalAmount, paymentMode, paymentTerms, ipOwnership, termMonths } = last;
  return { type, title, subject, totalAmount, paymentMode, paymentTerms, ipOwnership, termMonths };
}
