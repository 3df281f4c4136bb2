import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Alert, Button, Checkbox, Form, InputNumber, Select, type FormInstance } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { AmountCategory, amountLines, amountsOf, carrierCategories, shanghaiDay, type Amounts, type AmountLine } from '@jihui/domain';
import { MoneyInput } from '@jihui/ui';
import { ExplainedLines } from '../../lib/explained-lines.js';
import { ShortText } from '../../lib/limited-text.js';
import { useRuleBook } from '../../lib/rule-book.js';

const row = { display: 'flex', flexWrap: 'wrap', columnGap: 8, flex: 1, minWidth: 0 } as const;
const empty: Partial<AmountLine> = { category: 'TECHNOLOGY', name: '', quantity: 1, carrier: false };

/** The amounts of the lines typed so far, by the rules of the day of signing; null while a line is unfinished. */
function useAmounts(form: FormInstance): { count: number; amounts: Amounts | null } {
  const book = useRuleBook();
  // `preserve`: of a line without a carrier's fields the rest of what it holds counts too.
  const lines: unknown = Form.useWatch('amountLines', { form, preserve: true });
  const signedOn: unknown = Form.useWatch('signedOn', form);
  const count = Array.isArray(lines) ? lines.length : 0;
  const read = amountLines.safeParse(lines);
  if (!book || !count || !read.success) return { count, amounts: null };
  const day = typeof signedOn === 'string' && signedOn ? signedOn : shanghaiDay(new Date());
  return { count, amounts: amountsOf(read.data, book.on('CARRIER_SETS', day)) };
}

/** Puts the amounts that follow from the lines into the form; whether there are lines. */
export function useLineAmounts(form: FormInstance, onFill: () => void): boolean {
  const { count, amounts } = useAmounts(form);
  const total = amounts?.totalAmount ?? null;
  const tech = amounts && amounts.techAmount !== '0' ? amounts.techAmount : null;
  useEffect(() => {
    if (total === null) return;
    if (form.getFieldValue('totalAmount') === total && form.getFieldValue('techAmount') === tech) return;
    form.setFieldsValue({ totalAmount: total, techAmount: tech });
    onFill();
  }, [form, onFill, total, tech]);
  return count > 0;
}

/** 金额明细: what the price is made of, and what of it counts as technology. */
export function AmountLinesEditor({ onFill }: { onFill: () => void }) {
  const { t } = useTranslation('contracts');
  const form = Form.useFormInstance();
  const { count, amounts } = useAmounts(form);
  const category = AmountCategory.options.map((value) => ({ value, label: t(`amountCategory.${value}`) }));
  return (
    <Form.Item label={t('field.amountLines')} extra={count ? undefined : t('amountLine.lead')}>
      <Form.List name="amountLines">
        {(fields, { add, remove }) => (
          <div id="amountLines" role="group" aria-label={t('field.amountLines')}>
            {fields.map(({ key, name }) => (
              <div key={key} style={{ display: 'flex', gap: 8, alignItems: 'flex-start', marginBottom: 4 }}>
                <LineFields name={name} category={category} />
                <Button
                  type="text"
                  icon={<DeleteOutlined />}
                  aria-label={t('amountLine.remove', { n: name + 1 })}
                  onClick={() => {
                    remove(name);
                    onFill();
                  }}
                />
              </div>
            ))}
            {fields.length < 60 ? (
              <Button type="dashed" icon={<PlusOutlined />} onClick={() => add(empty)}>
                {t('amountLine.add')}
              </Button>
            ) : null}
          </div>
        )}
      </Form.List>
      {amounts ? (
        <div style={{ marginTop: 12 }}>
          <strong>{t('amountLine.why')}</strong>
          <ExplainedLines lines={amounts.lines} />
          {amounts.techAmount === '0' ? <Alert type="warning" showIcon title={t('amountLine.nothing')} style={{ marginTop: 8 }} /> : null}
        </div>
      ) : null}
    </Form.Item>
  );
}

function LineFields({ name, category }: { name: number; category: { value: AmountCategory; label: string }[] }) {
  const { t } = useTranslation('contracts');
  const form = Form.useFormInstance();
  const chosen: unknown = Form.useWatch(['amountLines', name, 'category'], form);
  const carrier: unknown = Form.useWatch(['amountLines', name, 'carrier'], form);
  const mayCarry = carrierCategories.some((c) => c === chosen);
  const label = (field: 'category' | 'name' | 'quantity' | 'unitPrice' | 'needed' | 'reason') =>
    `${t('amountLine.nth', { n: name + 1 })} · ${t(`amountLine.${field}`)}`;
  const item = (field: string, flex: string) => ({ name: [name, field], style: { marginBottom: 8, flex } });
  return (
    <div style={row}>
      <Form.Item {...item('category', '2 1 170px')}>
        <Select
          options={category}
          aria-label={label('category')}
          onChange={() => form.setFieldValue(['amountLines', name, 'carrier'], false)}
        />
      </Form.Item>
      <Form.Item {...item('name', '2 1 140px')}>
        <ShortText placeholder={t('amountLine.name')} aria-label={label('name')} max={60} />
      </Form.Item>
      <Form.Item {...item('quantity', '0 1 90px')}>
        <InputNumber min={1} precision={0} aria-label={label('quantity')} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item {...item('unitPrice', '1 1 140px')}>
        <MoneyInput aria-label={label('unitPrice')} />
      </Form.Item>
      {mayCarry ? (
        <Form.Item {...item('carrier', '0 1 auto')} valuePropName="checked">
          <Checkbox>{t('amountLine.carrier')}</Checkbox>
        </Form.Item>
      ) : null}
      {mayCarry && carrier === true ? (
        <>
          <Form.Item {...item('needed', '0 1 120px')}>
            <InputNumber min={1} precision={0} placeholder={t('amountLine.needed')} aria-label={label('needed')} style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item {...item('reason', '3 1 200px')}>
            <ShortText placeholder={t('amountLine.reason')} aria-label={label('reason')} max={200} />
          </Form.Item>
        </>
      ) : null}
    </div>
  );
}
