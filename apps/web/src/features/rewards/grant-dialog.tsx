import { useQuery } from '@tanstack/react-query';
import { Form, InputNumber, Modal, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { GrantKind, rightsGrant } from '@jihui/domain';
import { DayInput, ZodForm } from '@jihui/ui';
import { ShortText } from '../../lib/limited-text.js';
import { issueSentence, refusalOf } from '../../lib/sentences.js';
import { enterGrant, getOwnAchievements, refreshRewards, rewardKeys } from './rewards.api.js';

/** 登记赋权: what the unit and its completers have agreed on. */
export function GrantDialog({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation(['aftercare', 'common']);
  const [form] = Form.useForm();
  const kind: unknown = Form.useWatch('kind', form);
  const { data } = useQuery({ queryKey: rewardKeys.achievements, queryFn: getOwnAchievements });
  return (
    <Modal open title={t('reward.enterGrant')} footer={null} onCancel={onDone} width={600} destroyOnHidden>
      <ZodForm
        form={form}
        schema={rightsGrant}
        keptAs="rights-grant"
        initialValues={{ kind: 'LONG_TERM_USE', holders: [], years: 10 }}
        onSubmit={async (input) => {
          await enterGrant(input);
          onDone();
          await refreshRewards();
        }}
        refusalOf={refusalOf}
        sentenceOf={issueSentence}
        labelOf={(path) => t(`reward.field.${path.split('.')[0] ?? ''}` as 'reward.field.kind')}
        summaryTitle={t('common:formErrorsTitle')}
        submitText={t('reward.enterGrant')}
      >
        <Form.Item name="achievementId" label={t('reward.field.achievementId')}>
          <Select showSearch={{ optionFilterProp: 'label' }} options={(data ?? []).map((a) => ({ value: a.id, label: a.title }))} />
        </Form.Item>
        <Form.Item name="kind" label={t('reward.field.kind')}>
          <Radio.Group options={GrantKind.options.map((value) => ({ value, label: t(`reward.grantKind.${value}`) }))} />
        </Form.Item>
        <Form.Item name="holders" label={t('reward.field.holders')} extra={t('reward.holdersHelp')}>
          <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={['、', '，', ',']} />
        </Form.Item>
        <div className="form-columns">
          {kind === 'OWNERSHIP' ? (
            <Form.Item
              name="shareBp"
              label={t('reward.field.shareBp')}
              getValueProps={(bp: number | null) => ({ value: typeof bp === 'number' ? bp / 100 : null })}
              normalize={(percent: number | null) => (percent === null ? null : Math.round(percent * 100))}
            >
              <InputNumber min={0} max={100} precision={2} suffix="%" style={{ width: '100%' }} />
            </Form.Item>
          ) : (
            <Form.Item name="years" label={t('reward.field.years')}>
              <InputNumber min={1} max={50} precision={0} style={{ width: '100%' }} />
            </Form.Item>
          )}
          <Form.Item name="agreedOn" label={t('reward.field.agreedOn')}>
            <DayInput />
          </Form.Item>
        </div>
        <Form.Item name="note" label={t('reward.field.note')}>
          <ShortText max={500} />
        </Form.Item>
      </ZodForm>
    </Modal>
  );
}
