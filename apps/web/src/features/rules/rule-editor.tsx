import { Alert, App, Drawer, Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { addDays, amendmentForm, Certainty, RuleKey, shanghaiDay, workedExample } from '@jihui/domain';
import { DayInput, ZodForm } from '@jihui/ui';
import { queryClient } from '../../lib/api.js';
import { certaintyWord, markOf, ruleTitle } from '../../lib/explained.js';
import { ExplainedLines } from '../../lib/explained-lines.js';
import { LongText } from '../../lib/limited-text.js';
import type { RuleRow } from '../../lib/rule-book.js';
import { issueSentence, refusalOf } from '../../lib/sentences.js';
import { amendRule } from './rules.api.js';
import { RuleValueFields } from './rule-value-fields.js';

/** The day from which a new row is proposed: after the last one's end, else tomorrow. */
function proposedStart(rule: RuleRow): string {
  if (rule.validTo) return addDays(rule.validTo, 1);
  const tomorrow = addDays(shanghaiDay(new Date()), 1);
  return rule.validFrom && rule.validFrom > tomorrow ? rule.validFrom : tomorrow;
}

/** A new row for a rule, with its worked example before and after. The row that it follows is only closed. */
export function RuleEditor({ rule, onClose }: { rule: RuleRow; onClose: () => void }) {
  const { t } = useTranslation('rules');
  const { message } = App.useApp();
  const [form] = Form.useForm();
  const key = RuleKey.parse(rule.key);
  const start: unknown = Form.useWatch('validFrom', form);
  return (
    <Drawer open onClose={onClose} title={t('edit.title', { rule: ruleTitle(key) })} size={720} destroyOnHidden>
      <Alert type="info" showIcon title={t('edit.never', { day: typeof start === 'string' ? start : proposedStart(rule) })} style={{ marginBottom: 16 }} />
      <ZodForm
        form={form}
        schema={amendmentForm(key)}
        keptAs={`rule ${rule.id}`}
        // What ends by its basis is not prolonged by it.
        initialValues={{ validFrom: proposedStart(rule), validTo: null, value: rule.value, basis: rule.validTo ? '' : rule.basis, certainty: rule.certainty, note: rule.note }}
        onSubmit={async (input) => {
          await amendRule(input);
          await queryClient.invalidateQueries();
          void message.success(t('edit.done', { rule: ruleTitle(key), day: input.validFrom }));
          onClose();
        }}
        refusalOf={refusalOf}
        sentenceOf={issueSentence}
        labelOf={(path) => t(`value.${path.replace('value.', '')}` as 'value.days', { defaultValue: t(`edit.field.${path}` as 'edit.field.basis') })}
        summaryTitle={t('edit.wrong')}
        submitText={t('edit.submit')}
      >
        <RuleValueFields ruleKey={key} />
        <Example ruleKey={key} before={rule.value} />
        <div className="form-columns">
          <Form.Item name="validFrom" label={t('edit.field.validFrom')}>
            <DayInput />
          </Form.Item>
          <Form.Item name="validTo" label={t('edit.field.validTo')}>
            <DayInput />
          </Form.Item>
          <Form.Item name="certainty" label={t('edit.field.certainty')}>
            <Select options={Certainty.options.map((value) => ({ value, label: `${markOf(value)} · ${certaintyWord(value)}` }))} />
          </Form.Item>
        </div>
        <Form.Item name="basis" label={t('edit.field.basis')} extra={rule.validTo ? t('edit.oldBasis', { day: rule.validTo, basis: rule.basis }) : undefined}>
          <LongText autoSize={{ minRows: 2 }} max={500} />
        </Form.Item>
        <Form.Item name="note" label={t('edit.field.note')}>
          <LongText autoSize={{ minRows: 1 }} max={500} />
        </Form.Item>
      </ZodForm>
    </Drawer>
  );
}

/** The same worked example by the value in force and by the one being typed. */
function Example({ ruleKey, before }: { ruleKey: RuleKey; before: unknown }) {
  const { t } = useTranslation('rules');
  const typed: unknown = Form.useWatch('value');
  const old = workedExample(ruleKey, before);
  const now = workedExample(ruleKey, typed);
  return (
    <section aria-label={t('example.title')} style={{ marginBottom: 16 }}>
      <strong>{t('example.title')}</strong>
      <p className="muted" style={{ margin: '2px 0 8px' }}>
        {t(`example.of.${ruleKey}`)}
      </p>
      <div className="rule-example">
        <div>
          <div className="muted">{t('example.before')}</div>
          {old ? <ExplainedLines lines={old} /> : null}
        </div>
        <div aria-live="polite">
          <div className="muted">{t('example.after')}</div>
          {now ? <ExplainedLines lines={now} /> : <span className="check-bad">{t('example.invalid')}</span>}
        </div>
      </div>
    </section>
  );
}
