import { useQuery } from '@tanstack/react-query';
import { Checkbox, Form, InputNumber, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { noticeDays, PricingMode, TransferMode, type NoticeInput } from '@jihui/domain';
import { MoneyInput, Panel } from '@jihui/ui';
import { LongText, ShortText } from '../../lib/limited-text.js';
import { PriceReference } from '../../lib/price-reference.js';
import { getOwnAchievements } from './notices.api.js';

/** What the law wants to be read, in the order of the published text. */
export function NoticeFields({ fixedAchievement, onFill }: { fixedAchievement: boolean; onFill: () => void }) {
  const { t } = useTranslation(['notices', 'codes']);
  const form = Form.useFormInstance<NoticeInput>();
  const pricingMode = Form.useWatch('pricingMode', form);
  const transferMode = Form.useWatch('transferMode', form);
  const achievementId = Form.useWatch('achievementId', form);
  const isRelated = Form.useWatch('relatedParty', form);
  const { data: achievements } = useQuery({ queryKey: ['notices', 'achievements'], queryFn: getOwnAchievements });
  const priced = achievements?.find((a) => a.id === achievementId);
  const fillFrom = (id: string | undefined) => {
    const chosen = achievements?.find((a) => a.id === id);
    if (!chosen) return;
    form.setFieldsValue({ name: chosen.title, summary: chosen.summary.slice(0, 2000) });
    onFill();
  };
  return (
    <>
      <Panel title={t('section.what')}>
        <Form.Item name="achievementId" label={t('field.achievementId')} extra={t('help.achievementId')}>
          <Select
            allowClear
            disabled={fixedAchievement}
            showSearch={{ optionFilterProp: 'label' }}
            options={achievements?.map((a) => ({ value: a.id, label: a.title }))}
            onChange={fillFrom}
          />
        </Form.Item>
        <Form.Item name="name" label={t('field.name')}>
          <ShortText max={120} />
        </Form.Item>
        <Form.Item name="summary" label={t('field.summary')}>
          <LongText autoSize={{ minRows: 4, maxRows: 12 }} max={2000} counted />
        </Form.Item>
      </Panel>
      <Panel title={t('section.deal')}>
        <Form.Item name="transferMode" label={t('field.transferMode')}>
          <Select
            options={TransferMode.options.map((value) => ({ value, label: t(`codes:transferMode.${value}`) }))}
            style={{ maxWidth: 320 }}
          />
        </Form.Item>
        <Form.Item name="pricingMode" label={t('field.pricingMode')} extra={t('help.pricingMode')}>
          <Radio.Group options={PricingMode.options.map((value) => ({ value, label: t(`pricingMode.${value}`) }))} />
        </Form.Item>
        <Form.Item name="price" label={t(pricingMode === 'NEGOTIATED' ? 'field.price' : 'field.basePrice')}>
          <MoneyInput />
        </Form.Item>
        <PriceReference techField={priced?.techField} trl={priced?.trl} transferModes={transferMode ? [transferMode] : []} />
        <Form.Item name="buyer" label={t('field.buyer')}>
          <ShortText max={120} style={{ maxWidth: 480 }} />
        </Form.Item>
        <Form.Item name="relatedParty" valuePropName="checked" extra={t('help.relatedParty')}>
          <Checkbox>{t('relatedCheck')}</Checkbox>
        </Form.Item>
        {isRelated ? (
          <Form.Item name="relatedNote" label={t('field.relatedNote')}>
            <LongText rows={2} max={500} />
          </Form.Item>
        ) : null}
      </Panel>
      <Panel title={t('section.period')}>
        <Form.Item name="days" label={t('field.days')} extra={t('help.days')}>
          <InputNumber min={noticeDays.least} max={noticeDays.most} precision={0} suffix={t('dayUnit')} />
        </Form.Item>
        <Form.Item name="objectionProcedure" label={t('field.objectionProcedure')} extra={t('help.objectionProcedure')}>
          <LongText rows={3} max={1000} />
        </Form.Item>
      </Panel>
    </>
  );
}
