import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Form, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { distributionDraft, IncomeDeduction, rewardInput, RewardMode, rewardOf, type DistributionDraft, type Reward } from '@jihui/domain';
import { DayInput, MoneyInput, Panel, ZodForm } from '@jihui/ui';
import { Citations, ExplainedLines } from '../../lib/explained-lines.js';
import { ShortText } from '../../lib/limited-text.js';
import { useRuleBook } from '../../lib/rule-book.js';
import { issueSentence, refusalOf } from '../../lib/sentences.js';

export type RewardDraftValues = Partial<Omit<DistributionDraft, 'reward'>> & { reward: object };

/** A share typed in per cent, kept in ten-thousandths. */
function PercentInput({ id, value, onChange, label }: { id?: string; value?: number | null; onChange?: (bp: number | null) => void; label?: string }) {
  return (
    <InputNumber
      {...(id ? { id } : {})}
      aria-label={label}
      min={0}
      max={100}
      precision={2}
      suffix="%"
      value={value === null || value === undefined ? null : value / 100}
      onChange={(percent) => onChange?.(percent === null ? null : Math.round(percent * 100))}
      style={{ width: '100%' }}
    />
  );
}

type Props = { initial: RewardDraftValues; keptAs: string; onSave: (input: DistributionDraft) => Promise<unknown> };

/** Net income line by line, the agreed share, the completers; what comes out by today's rules is shown while one types. */
export function RewardForm({ initial, keptAs, onSave }: Props) {
  const { t } = useTranslation(['aftercare', 'common', 'rules']);
  const [form] = Form.useForm();
  const book = useRuleBook();
  const typed: unknown = Form.useWatch('reward', { form, preserve: true });
  const read = rewardInput.safeParse(typed);
  const result: Reward | null = book && read.success ? rewardOf(read.data, book) : null;
  return (
    <ZodForm
      form={form}
      schema={distributionDraft}
      keptAs={`reward ${keptAs}`}
      initialValues={initial}
      onSubmit={onSave}
      refusalOf={refusalOf}
      sentenceOf={issueSentence}
      labelOf={(path) => t(`reward.field.${path.replace(/^reward\./, '').split('.')[0] ?? ''}` as 'reward.field.income')}
      summaryTitle={t('common:formErrorsTitle')}
      submitText={t('reward.save')}
    >
      <Panel title={t('reward.income')}>
        <div className="form-columns">
          <Form.Item name={['reward', 'mode']} label={t('reward.field.mode')}>
            <Select options={RewardMode.options.map((value) => ({ value, label: t(`rules:rewardMode.${value}`) }))} />
          </Form.Item>
          <Form.Item name={['reward', 'income']} label={t('reward.field.income')}>
            <MoneyInput />
          </Form.Item>
          <Form.Item name={['reward', 'receivedOn']} label={t('reward.field.receivedOn')} extra={t('reward.receivedHelp')}>
            <DayInput />
          </Form.Item>
          <Form.Item name={['reward', 'agreedBp']} label={t('reward.field.agreedBp')} extra={t('reward.agreedHelp')}>
            <PercentInput />
          </Form.Item>
        </div>
        <Form.Item name={['reward', 'inHenan']} valuePropName="checked">
          <Checkbox>{t('reward.field.inHenan')}</Checkbox>
        </Form.Item>
        <Deductions />
      </Panel>
      <Panel title={t('reward.completers')}>
        <Completers />
      </Panel>
      <Panel title={t('reward.decision')}>
        <div className="form-columns">
          <Form.Item name="decidedBy" label={t('reward.field.decidedBy')} extra={t('reward.decidedHelp')}>
            <ShortText max={100} />
          </Form.Item>
          <Form.Item name="decidedOn" label={t('reward.field.decidedOn')}>
            <DayInput />
          </Form.Item>
        </div>
        <Form.Item name="includesHead" valuePropName="checked" extra={t('reward.headHelp')}>
          <Checkbox>{t('reward.field.includesHead')}</Checkbox>
        </Form.Item>
      </Panel>
      {result ? (
        <Panel title={t('reward.result')}>
          <ExplainedLines lines={result.lines} />
          <Citations rules={result.rules} />
        </Panel>
      ) : null}
    </ZodForm>
  );
}

function Deductions() {
  const { t } = useTranslation(['aftercare', 'rules']);
  const options = IncomeDeduction.options.map((value) => ({ value, label: t(`rules:deductionKind.${value}`) }));
  return (
    <Form.Item label={t('reward.field.deductions')}>
      <Form.List name={['reward', 'deductions']}>
        {(fields, { add, remove }) => (
          <div id="reward_deductions">
            {fields.map(({ key, name }) => (
              <div key={key} style={{ display: 'flex', gap: 8, flexWrap: 'wrap' }}>
                <Form.Item name={[name, 'kind']} style={{ flex: '1 1 140px' }}>
                  <Select options={options} aria-label={t('reward.deductionKind', { n: name + 1 })} />
                </Form.Item>
                <Form.Item name={[name, 'name']} style={{ flex: '2 1 160px' }}>
                  <ShortText max={60} aria-label={t('reward.deductionName', { n: name + 1 })} />
                </Form.Item>
                <Form.Item name={[name, 'amount']} style={{ flex: '1 1 140px' }}>
                  <MoneyInput aria-label={t('reward.deductionAmount', { n: name + 1 })} />
                </Form.Item>
                <Button type="text" icon={<DeleteOutlined />} aria-label={t('reward.remove', { n: name + 1 })} onClick={() => remove(name)} />
              </div>
            ))}
            <Button type="dashed" icon={<PlusOutlined />} onClick={() => add({ kind: 'TAX', name: '' })}>
              {t('reward.addDeduction')}
            </Button>
          </div>
        )}
      </Form.List>
    </Form.Item>
  );
}

function Completers() {
  const { t } = useTranslation('aftercare');
  return (
    <Form.List name={['reward', 'completers']}>
      {(fields, { add, remove }) => (
        <div id="reward_completers">
          {fields.map(({ key, name }) => (
            <div key={key} style={{ display: 'flex', gap: 8 }}>
              <Form.Item name={[name, 'name']} style={{ flex: 2 }}>
                <ShortText max={40} placeholder={t('reward.name')} aria-label={t('reward.completerName', { n: name + 1 })} />
              </Form.Item>
              <Form.Item name={[name, 'shareBp']} style={{ flex: 1 }}>
                <PercentInput label={t('reward.completerShare', { n: name + 1 })} />
              </Form.Item>
              <Button type="text" icon={<DeleteOutlined />} disabled={fields.length < 2} aria-label={t('reward.remove', { n: name + 1 })} onClick={() => remove(name)} />
            </div>
          ))}
          <Button type="dashed" icon={<PlusOutlined />} onClick={() => add({ name: '' })}>
            {t('reward.addCompleter')}
          </Button>
        </div>
      )}
    </Form.List>
  );
}
