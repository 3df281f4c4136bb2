import { Form, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { PriceMode } from '@jihui/domain';
import { MoneyInput } from '@jihui/ui';

/** The way of pricing, and the amounts that it asks for. */
export function PriceFields() {
  const { t } = useTranslation(['achievements', 'codes']);
  const mode: unknown = Form.useWatch('priceMode');
  return (
    <>
      <Form.Item name="priceMode" label={t('field.priceMode')}>
        <Radio.Group options={PriceMode.options.map((value) => ({ value, label: t(`codes:priceMode.${value}`) }))} />
      </Form.Item>
      {mode === 'FIXED' || mode === 'RANGE' ? (
        <div style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(180px, 240px))', columnGap: 16 }}>
          <Form.Item name="priceMin" label={t(mode === 'FIXED' ? 'priceField.fixed' : 'priceField.from')}>
            <MoneyInput />
          </Form.Item>
          {mode === 'RANGE' ? (
            <Form.Item name="priceMax" label={t('priceField.to')}>
              <MoneyInput />
            </Form.Item>
          ) : null}
        </div>
      ) : null}
    </>
  );
}
