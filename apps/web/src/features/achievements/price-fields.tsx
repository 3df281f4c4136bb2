import { Form, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { PriceMode, TechField, TransferMode, Trl } from '@jihui/domain';
import { MoneyInput } from '@jihui/ui';
import { PriceReference } from '../../lib/price-reference.js';

/** The way of pricing, and the amounts that it asks for. */
export function PriceFields() {
  const { t } = useTranslation(['achievements', 'codes']);
  const mode: unknown = Form.useWatch('priceMode');
  const techField = TechField.safeParse(Form.useWatch('techField')).data;
  const transferModes = TransferMode.array().safeParse(Form.useWatch('transferModes')).data;
  const trl = Trl.safeParse(Form.useWatch('trl')).data;
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
      <PriceReference techField={techField} transferModes={transferModes} trl={trl} />
    </>
  );
}
