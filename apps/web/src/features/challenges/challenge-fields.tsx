import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Form, Input, InputNumber, Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ChallengeKind, ChallengeMode, IndicatorOp, IndustryChain, TechField } from '@jihui/domain';
import { DayInput, MoneyInput, Panel } from '@jihui/ui';
import { LongText, ShortText } from '../../lib/limited-text.js';

const columns = { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(200px, 1fr))', columnGap: 16 } as const;
const row = { display: 'flex', flexWrap: 'wrap', columnGap: 8, flex: 1, minWidth: 0 } as const;
type LongField = 'background' | 'deliverables' | 'ipSharing' | 'bidderConditions' | 'acceptance' | 'triedSelf' | 'ndaAnnex';
type ListField = 'indicators' | 'criteria' | 'paymentPlan' | 'gates';

/** What the shares of a list come to while they are typed: they have to make a whole. */
function Sum({ list, part }: { list: 'criteria' | 'paymentPlan'; part: 'weight' | 'percent' }) {
  const { t } = useTranslation('challenges');
  const rows: unknown = Form.useWatch(list, Form.useFormInstance());
  if (!Array.isArray(rows) || !rows.length) return null;
  const sum = rows.reduce<number>((total, row: unknown) => total + (Number(typeof row === 'object' && row ? Reflect.get(row, part) : 0) || 0), 0);
  return (
    <span className={sum === 100 ? 'muted num' : 'num'} style={{ marginInlineStart: 12, color: sum === 100 ? undefined : '#a11c13' }}>
      {t(sum === 100 ? 'sum.whole' : 'sum.notWhole', { sum })}
    </span>
  );
}

/** The fields of an item. `rewriting`: only the words, figures and criteria that experts may shape. */
export function ChallengeFields({ rewriting = false }: { rewriting?: boolean }) {
  const { t } = useTranslation(['challenges', 'codes', 'common']);
  const form = Form.useFormInstance();
  const mode: unknown = Form.useWatch('mode', form);
  const long = (name: LongField, minRows: number, maxLength: number) => (
    <Form.Item name={name} label={t(`field.${name}`)} extra={t(`help.${name}`)}>
      <LongText autoSize={{ minRows, maxRows: 16 }} max={maxLength} />
    </Form.Item>
  );
  const cell = (name: (string | number)[], label: string, basis: string, control: ReactNode) => (
    <Form.Item name={name} label={label} style={{ marginBottom: 8, flex: basis }}>
      {control}
    </Form.Item>
  );
  const list = (name: ListField, empty: object, cells: (index: number) => ReactNode) => (
    <Form.List name={name}>
      {(fields, { add, remove }, { errors }) => (
        <div id={name} role="group" aria-label={t(`field.${name}`)}>
          {fields.map((f) => (
            <div
              key={f.key}
              style={{ display: 'flex', gap: 8, alignItems: 'flex-start', borderBottom: '1px solid #e6e9ee', marginBottom: 8 }}
            >
              <div style={row}>{cells(f.name)}</div>
              <Button
                type="text"
                icon={<DeleteOutlined />}
                aria-label={t('removeItem', { n: f.name + 1 })}
                onClick={() => remove(f.name)}
              />
            </div>
          ))}
          <Button type="dashed" icon={<PlusOutlined />} onClick={() => add({ ...empty })} style={{ marginBottom: 16 }}>
            {t(`addItem.${name}`)}
          </Button>
          {name === 'criteria' || name === 'paymentPlan' ? <Sum list={name} part={name === 'criteria' ? 'weight' : 'percent'} /> : null}
          <Form.ErrorList errors={errors} />
        </div>
      )}
    </Form.List>
  );
  return (
    <>
      <Panel title={t('section.what')}>
        <Form.Item name="kind" label={t('field.kind')}>
          <Radio.Group options={ChallengeKind.options.map((value) => ({ value, label: t(`kind.${value}`) }))} />
        </Form.Item>
        <Form.Item name="title" label={t('field.title')}>
          <ShortText max={120} counted />
        </Form.Item>
        {long('background', 5, 5000)}
        {long('triedSelf', 2, 1000)}
        <div style={columns}>
          <Form.Item name="techField" label={t('field.techField')}>
            <Select allowClear options={TechField.options.map((value) => ({ value, label: t(`codes:techField.${value}`) }))} />
          </Form.Item>
          <Form.Item name="chain" label={t('field.chain')}>
            <Select allowClear options={IndustryChain.options.map((value) => ({ value, label: t(`codes:chain.${value}`) }))} />
          </Form.Item>
        </div>
        <Form.Item name="keywords" label={t('field.keywords')}>
          <Select mode="tags" open={false} suffixIcon={null} maxCount={30} tokenSeparators={[',', '，', '；', ';', '、']} />
        </Form.Item>
      </Panel>
      <Panel title={t('field.indicators')}>
        <p className="muted">{t('help.indicators')}</p>
        {list('indicators', { name: '', current: '', op: 'GE', target: '', unit: '', method: '', must: true }, (i) => (
          <>
            {cell([i, 'name'], t('indicator.name'), '2 1 150px', <ShortText max={40} />)}
            {cell([i, 'current'], t('indicator.current'), '1 1 90px', <ShortText max={60} />)}
            {cell(
              [i, 'op'],
              t('indicator.op'),
              '1 1 90px',
              <Select options={IndicatorOp.options.map((value) => ({ value, label: t(`codes:indicatorOp.${value}`) }))} />,
            )}
            {cell([i, 'target'], t('indicator.target'), '1 1 90px', <ShortText max={60} />)}
            {cell([i, 'unit'], t('indicator.unit'), '1 1 70px', <ShortText max={20} />)}
            {cell([i, 'method'], t('indicator.method'), '3 1 200px', <ShortText max={200} />)}
            <Form.Item name={[i, 'must']} valuePropName="checked" label={t('must')} style={{ marginBottom: 8 }}>
              <Checkbox>{t('must')}</Checkbox>
            </Form.Item>
          </>
        ))}
        {long('deliverables', 2, 2000)}
        {long('acceptance', 2, 1000)}
      </Panel>
      <Panel title={t('section.money')}>
        {rewriting ? null : (
          <div style={columns}>
            <Form.Item name="ownFunds" label={t('field.ownFunds')} extra={t('help.ownFunds')}>
              <MoneyInput />
            </Form.Item>
            <Form.Item name="bidderCash" label={t('field.bidderCash')} extra={t('help.bidderCash')}>
              <MoneyInput />
            </Form.Item>
            <Form.Item name="fiscalSupport" label={t('field.fiscalSupport')} extra={t('help.fiscalSupport')}>
              <MoneyInput />
            </Form.Item>
          </div>
        )}
        <Form.Item name="endsOn" label={t('field.endsOn')} style={{ maxWidth: 240 }}>
          <DayInput />
        </Form.Item>
        <h3 className="muted">{t('field.paymentPlan')}</h3>
        {list('paymentPlan', { name: '', percent: 0 }, (i) => (
          <>
            {cell([i, 'name'], t('payment.name'), '3 1 180px', <ShortText max={60} />)}
            {cell([i, 'percent'], t('payment.percent'), '1 1 90px', <InputNumber min={1} max={100} precision={0} />)}
          </>
        ))}
        {long('ipSharing', 2, 1000)}
      </Panel>
      <Panel title={t('section.bid')}>
        <Form.Item name="mode" label={t('field.mode')}>
          <Radio.Group
            options={ChallengeMode.options.map((value) => ({ value, label: t(`mode.${value}`) }))}
            onChange={(e) => {
              const value: unknown = e.target.value;
              form.setFieldValue('teams', value === 'HORSE_RACE' ? 2 : 1);
            }}
          />
        </Form.Item>
        {mode === 'HORSE_RACE' ? (
          <>
            <Form.Item name="teams" label={t('field.teams')}>
              <InputNumber min={2} max={8} precision={0} />
            </Form.Item>
            <h3 className="muted">{t('field.gates')}</h3>
            {list('gates', { name: '', day: null, rule: '' }, (i) => (
              <>
                {cell([i, 'name'], t('gate.name'), '1 1 140px', <ShortText max={60} />)}
                {cell([i, 'day'], t('gate.day'), '1 1 140px', <DayInput />)}
                {cell([i, 'rule'], t('gate.rule'), '3 1 220px', <ShortText max={300} />)}
              </>
            ))}
          </>
        ) : null}
        {long('bidderConditions', 2, 2000)}
        <h3 className="muted">{t('field.criteria')}</h3>
        <p className="muted">{t('help.criteria')}</p>
        {list('criteria', { name: '', weight: 0, hint: '' }, (i) => (
          <>
            {cell([i, 'name'], t('criterion.name'), '2 1 160px', <ShortText max={30} />)}
            {cell([i, 'weight'], t('criterion.weight'), '1 1 80px', <InputNumber min={1} max={100} precision={0} />)}
            {cell([i, 'hint'], t('criterion.hint'), '3 1 200px', <ShortText max={200} />)}
          </>
        ))}
      </Panel>
      {rewriting ? null : (
        <Panel title={t('section.owner')}>
          {long('ndaAnnex', 3, 5000)}
          <div style={columns}>
            <Form.Item name="contactName" label={t('field.contactName')}>
              <ShortText max={30} autoComplete="name" />
            </Form.Item>
            <Form.Item
              name="contactPhone"
              label={t('field.contactPhone')}
              extra={t('help.contact')}
              getValueFromEvent={(e: { target: { value: string } }) => e.target.value || null}
            >
              <Input inputMode="tel" autoComplete="tel" />
            </Form.Item>
          </div>
          <Form.Item name="cleanRecord" valuePropName="checked">
            <Checkbox>{t('cleanRecord')}</Checkbox>
          </Form.Item>
        </Panel>
      )}
    </>
  );
}
