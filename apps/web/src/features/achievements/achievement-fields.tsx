import { Checkbox, Form, Input, Select } from 'antd';
import type { ChangeEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { achievementLimits, IndustryChain, TechField, TransferMode } from '@jihui/domain';
import { Panel } from '@jihui/ui';
import { LongText, ShortText } from '../../lib/limited-text.js';
import { IpRightsEditor } from './ip-rights-editor.js';
import { PriceFields } from './price-fields.js';
import { TeamEditor } from './team-editor.js';
import { TrlPicker } from './trl-picker.js';

const columns = { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(200px, 1fr))', columnGap: 16 } as const;
/** An emptied field is a field without a value, not an empty one. */
const orNull = (e: ChangeEvent<HTMLInputElement>) => e.target.value || null;
const separators = [',', '，', '；', ';', '、'];

/** The fields of an achievement; the confidential part last and apart. */
export function AchievementFields() {
  const { t } = useTranslation(['achievements', 'codes']);
  return (
    <>
      <Panel title={t('section.what')} id="what">
        <Form.Item name="title" label={t('field.title')} extra={t('help.title')}>
          <ShortText max={achievementLimits.title} counted />
        </Form.Item>
        <Form.Item name="summary" label={t('field.summary')} extra={t('help.summary')}>
          <LongText autoSize={{ minRows: 7, maxRows: 24 }} max={achievementLimits.summary} counted />
        </Form.Item>
        <WordsOf field="advantages" rows={3} />
        <WordsOf field="deliverables" rows={2} />
        <Form.Item name="keywords" label={t('field.keywords')} extra={t('help.keywords')}>
          <Select mode="tags" open={false} suffixIcon={null} maxCount={30} tokenSeparators={separators} />
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
          <Form.Item name="discipline" label={t('field.discipline')} getValueFromEvent={orNull}>
            <ShortText max={30} />
          </Form.Item>
        </div>
      </Panel>
      <Panel title={t('section.maturity')} id="maturity">
        <Form.Item name="trl" label={t('field.trl')} style={{ maxWidth: 420 }}>
          <TrlPicker />
        </Form.Item>
        <WordsOf field="trlEvidence" rows={2} />
        <WordsOf field="evidence" rows={3} />
      </Panel>
      <Panel title={t('section.ip')} id="ip">
        <Form.Item extra={t('help.ipRights')} style={{ marginBottom: 0 }}>
          <IpRightsEditor />
        </Form.Item>
      </Panel>
      <Panel title={t('section.terms')} id="terms">
        <Form.Item name="transferModes" label={t('field.transferModes')} extra={t('help.transferModes')}>
          <Checkbox.Group options={TransferMode.options.map((value) => ({ value, label: t(`codes:transferMode.${value}`) }))} />
        </Form.Item>
        <PriceFields />
      </Panel>
      <Panel title={t('section.people')} id="people">
        <Form.Item label={t('field.team')} extra={t('help.team')}>
          <TeamEditor />
        </Form.Item>
        <div style={columns}>
          <Form.Item name="contactName" label={t('field.contactName')} extra={t('help.contact')} getValueFromEvent={orNull}>
            <ShortText max={30} autoComplete="name" />
          </Form.Item>
          <Form.Item name="contactPhone" label={t('field.contactPhone')} getValueFromEvent={orNull}>
            <Input inputMode="tel" autoComplete="tel" />
          </Form.Item>
        </div>
      </Panel>
      <Panel title={t('section.secret')} id="secret">
        <Form.Item name="ndaSummary" label={t('field.ndaSummary')} extra={t('help.ndaSummary')} style={{ marginBottom: 0 }}>
          <LongText autoSize={{ minRows: 3, maxRows: 16 }} max={3000} />
        </Form.Item>
      </Panel>
    </>
  );
}

function WordsOf({ field, rows }: { field: 'advantages' | 'evidence' | 'trlEvidence' | 'deliverables'; rows: number }) {
  const { t } = useTranslation('achievements');
  return (
    <Form.Item name={field} label={t(`field.${field}`)} extra={t(`help.${field}`)}>
      <LongText autoSize={{ minRows: rows, maxRows: 12 }} max={achievementLimits[field]} counted />
    </Form.Item>
  );
}
