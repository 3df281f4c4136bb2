import { Checkbox, Form, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { ruleValues, type RuleKey } from '@jihui/domain';
import { MoneyInput } from '@jihui/ui';

const optionsOf = (schema: z.core.$ZodType): string[] => (schema instanceof z.ZodEnum ? schema.options.map(String) : []);

/** The value of a rule, one field per part of its shape: what can be typed is what the shape allows. */
export function RuleValueFields({ ruleKey }: { ruleKey: RuleKey }) {
  const { t } = useTranslation(['rules', 'codes']);
  const label = (field: string) => `${t(`value.${field}` as 'value.days')}${field.endsWith('Bp') ? t('perTenThousand') : ''}`;
  const word = (code: string) => t(`word.${code}` as 'word.WORKING', { defaultValue: t(`codes:contractClass.${code}` as 'codes:contractClass.DEV') });
  const choices = (schema: z.core.$ZodType) => optionsOf(schema).map((value) => ({ value, label: word(value) }));
  return (
    <div className="form-columns">
      {Object.entries(ruleValues[ruleKey].shape).map(([field, schema]: [string, z.core.$ZodType]) => (
        <Form.Item key={field} name={['value', field]} label={label(field)} {...(schema instanceof z.ZodBoolean ? { valuePropName: 'checked' } : {})}>
          {schema instanceof z.ZodNumber ? (
            <InputNumber precision={0} style={{ width: '100%' }} />
          ) : schema instanceof z.ZodBoolean ? (
            <Checkbox>{t('yes')}</Checkbox>
          ) : schema instanceof z.ZodArray ? (
            <Select mode="multiple" options={choices(schema.element)} />
          ) : schema instanceof z.ZodEnum ? (
            <Select options={choices(schema)} />
          ) : (
            <MoneyInput />
          )}
        </Form.Item>
      ))}
    </div>
  );
}
