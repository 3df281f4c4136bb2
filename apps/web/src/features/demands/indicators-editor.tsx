import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { IndicatorOp } from '@jihui/domain';
import { ShortText } from '../../lib/limited-text.js';

const row = { display: 'flex', flexWrap: 'wrap', columnGap: 8, flex: 1, minWidth: 0 } as const;

/** 指标 one per line: name, comparison, value, unit. */
export function IndicatorsEditor() {
  const { t } = useTranslation(['demands', 'codes']);
  const ops = IndicatorOp.options.map((value) => ({ value, label: t(`codes:indicatorOp.${value}`) }));
  const label = (field: 'name' | 'op' | 'value' | 'unit', n: number) => `${t(`indicatorField.${field}`)}，${t('item', { n: n + 1 })}`;
  return (
    <Form.List name="indicators">
      {(fields, { add, remove }) => (
        <div id="indicators" role="group" aria-label={t('field.indicators')}>
          {fields.map(({ key, name }) => (
            <div key={key} style={{ display: 'flex', gap: 8, alignItems: 'flex-start', marginBottom: 4 }}>
              <div style={row}>
                <Form.Item name={[name, 'name']} style={{ marginBottom: 8, flex: '3 1 180px' }}>
                  <ShortText placeholder={t('indicatorField.name')} aria-label={label('name', name)} max={40} />
                </Form.Item>
                <Form.Item name={[name, 'op']} style={{ marginBottom: 8, flex: '1 1 84px' }}>
                  <Select options={ops} aria-label={label('op', name)} />
                </Form.Item>
                <Form.Item name={[name, 'value']} style={{ marginBottom: 8, flex: '2 1 120px' }}>
                  <ShortText placeholder={t('indicatorField.value')} aria-label={label('value', name)} max={60} />
                </Form.Item>
                <Form.Item name={[name, 'unit']} style={{ marginBottom: 8, flex: '1 1 84px' }}>
                  <ShortText placeholder={t('indicatorField.unit')} aria-label={label('unit', name)} max={20} />
                </Form.Item>
              </div>
              <Button
                type="text"
                icon={<DeleteOutlined />}
                aria-label={t('removeIndicator', { n: name + 1 })}
                onClick={() => remove(name)}
              />
            </div>
          ))}
          {fields.length < 20 ? (
            <Button type="dashed" icon={<PlusOutlined />} onClick={() => add({ name: '', op: 'GE', value: '', unit: '' })}>
              {t('addIndicator')}
            </Button>
          ) : null}
        </div>
      )}
    </Form.List>
  );
}
