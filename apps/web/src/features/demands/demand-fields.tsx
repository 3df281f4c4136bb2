import { Form, Input, Radio, Select } from 'antd';
import type { ChangeEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { demandLimits, IndustryChain, TechField, type DemandStep } from '@jihui/domain';
import { DayInput, MoneyInput, Panel } from '@jihui/ui';
import { LongText, ShortText } from '../../lib/limited-text.js';
import { trlLevels, trlWord } from '../../lib/trl.js';
import { IndicatorsEditor } from './indicators-editor.js';

const columns = { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(200px, 1fr))', columnGap: 16 } as const;
/** An emptied field is a field without a value, not an empty one. */
const orNull = (e: ChangeEvent<HTMLInputElement>) => e.target.value || null;

/** The fields of a demand, one step of the six shown at a time; the others keep their values and their errors. */
export function DemandFields({ step }: { step: DemandStep }) {
  const parts: Record<DemandStep, () => React.JSX.Element> = {
    problem: Problem,
    state: State,
    target: Target,
    delivery: Delivery,
    terms: Terms,
    publish: Publish,
  };
  return Object.entries(parts).map(([name, Part]) => (
    <div key={name} hidden={name !== step}>
      <Part />
    </div>
  ));
}

type LongField = 'problem' | 'currentState' | 'deliverables' | 'acceptance' | 'exclusions';
function WordsOf({ field, rows }: { field: LongField; rows: number }) {
  const { t } = useTranslation('demands');
  return (
    <Form.Item name={field} label={t(`field.${field}`)} extra={t(`help.${field}`)}>
      <LongText autoSize={{ minRows: rows, maxRows: 20 }} max={demandLimits[field]} counted />
    </Form.Item>
  );
}

function StepPanel({ step, children }: { step: DemandStep; children: React.ReactNode }) {
  const { t } = useTranslation('demands');
  return (
    <Panel title={t(`step.${step}`)} id={`step-${step}`}>
      <p className="muted step-lead">{t(`stepLead.${step}`)}</p>
      {children}
    </Panel>
  );
}

function Problem() {
  const { t } = useTranslation('demands');
  return (
    <StepPanel step="problem">
      <Form.Item name="title" label={t('field.title')} extra={t('help.title')}>
        <ShortText max={demandLimits.title} counted />
      </Form.Item>
      <WordsOf field="problem" rows={7} />
    </StepPanel>
  );
}

function State() {
  return (
    <StepPanel step="state">
      <WordsOf field="currentState" rows={6} />
    </StepPanel>
  );
}

function Target() {
  const { t } = useTranslation('demands');
  return (
    <StepPanel step="target">
      <Form.Item label={t('field.indicators')} extra={t('help.indicators')}>
        <IndicatorsEditor />
      </Form.Item>
      <Form.Item name="minTrl" label={t('field.minTrl')} extra={t('help.minTrl')} style={{ maxWidth: 360 }}>
        <Select allowClear options={trlLevels.map((value) => ({ value, label: t('page.trl', { level: value, word: trlWord(value) }) }))} />
      </Form.Item>
    </StepPanel>
  );
}

function Delivery() {
  return (
    <StepPanel step="delivery">
      <WordsOf field="deliverables" rows={3} />
      <WordsOf field="acceptance" rows={3} />
      <WordsOf field="exclusions" rows={2} />
    </StepPanel>
  );
}

function Terms() {
  const { t } = useTranslation('demands');
  return (
    <StepPanel step="terms">
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
    </StepPanel>
  );
}

function Publish() {
  const { t } = useTranslation(['demands', 'codes']);
  return (
    <StepPanel step="publish">
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
          <ShortText max={30} autoComplete="name" />
        </Form.Item>
        <Form.Item name="contactPhone" label={t('field.contactPhone')} getValueFromEvent={orNull}>
          <Input inputMode="tel" autoComplete="tel" />
        </Form.Item>
      </div>
    </StepPanel>
  );
}
