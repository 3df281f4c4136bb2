import { Form, Input, Radio, Select } from 'antd';
import type { ChangeEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { IndustryChain, TechField } from '@jihui/domain';
import { DayInput, MoneyInput, Panel } from '@jihui/ui';
import { trlLevels, trlWord } from '../../lib/trl.js';
import { IndicatorsEditor } from './indicators-editor.js';

const columns = { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(200px, 1fr))', columnGap: 16 } as const;
/** An emptied field is a field without a value, not an empty one. */
const orNull = (e: ChangeEvent<HTMLInputElement>) => e.target.value || null;

/** The fields of a demand, in the order in which one thinks of them. */
export function DemandFields() {
  const { t } = useTranslation(['demands', 'codes']);
  return (
    <>
      <Panel title={t('section.what')} id="what">
        <Form.Item name="title" label={t('field.title')} extra={t('help.title')}>
          <Input maxLength={120} showCount />
        </Form.Item>
        <Form.Item name="problem" label={t('field.problem')} extra={t('help.problem')}>
          <Input.TextArea autoSize={{ minRows: 6, maxRows: 20 }} maxLength={5000} />
        </Form.Item>
        <div style={columns}>
          <Form.Item name="techField" label={t('field.techField')}>
            <Select
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              options={TechField.options.map((value) => ({ value, label: t(`codes:techField.${value}`) }))}
            />
          </Form.Item>
          <Form.Item name="chain" label={t('field.chain')}>
            <Select
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              options={IndustryChain.options.map((value) => ({ value, label: t(`codes:chain.${value}`) }))}
            />
          </Form.Item>
        </div>
        <Form.Item name="keywords" label={t('field.keywords')} extra={t('help.keywords')}>
          <Select mode="tags" open={false} suffixIcon={null} maxCount={30} tokenSeparators={[',', '，', '；', ';', '、']} />
        </Form.Item>
      </Panel>
      <Panel title={t('section.target')} id="target">
        <Form.Item name="currentState" label={t('field.currentState')} extra={t('help.currentState')}>
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} maxLength={2000} />
        </Form.Item>
        <Form.Item label={t('field.indicators')} extra={t('help.indicators')}>
          <IndicatorsEditor />
        </Form.Item>
        <Form.Item name="minTrl" label={t('field.minTrl')} extra={t('help.minTrl')} style={{ maxWidth: 360 }}>
          <Select
            allowClear
            options={trlLevels.map((value) => ({ value, label: t('page.trl', { level: value, word: trlWord(value) }) }))}
          />
        </Form.Item>
      </Panel>
      <Panel title={t('section.terms')} id="terms">
        <div style={columns}>
          <Form.Item name="budgetMin" label={t('field.budgetMin')} extra={t('help.budget')}>
            <MoneyInput />
          </Form.Item>
          <Form.Item name="budgetMax" label={t('field.budgetMax')}>
            <MoneyInput />
          </Form.Item>
          <Form.Item name="deadline" label={t('field.deadline')}>
            <DayInput />
          </Form.Item>
        </div>
        <Form.Item name="acceptance" label={t('field.acceptance')} extra={t('help.acceptance')}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={1000} />
        </Form.Item>
      </Panel>
      <Panel title={t('section.contact')} id="contact">
        <Form.Item name="anonymous" label={t('field.anonymous')} extra={t('help.anonymous')}>
          <Radio.Group
            options={[
              { value: false, label: t('named') },
              { value: true, label: t('anonymousOption') },
            ]}
          />
        </Form.Item>
        <div style={columns}>
          <Form.Item name="contactName" label={t('field.contactName')} extra={t('help.contact')} getValueFromEvent={orNull}>
            <Input maxLength={30} autoComplete="name" />
          </Form.Item>
          <Form.Item name="contactPhone" label={t('field.contactPhone')} getValueFromEvent={orNull}>
            <Input inputMode="tel" autoComplete="tel" />
          </Form.Item>
        </div>
      </Panel>
    </>
  );
}
