import { App, Form, Radio, Select, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { alertSettings, DigestRhythm } from '@jihui/domain';
import { Panel, ZodForm } from '@jihui/ui';
import { issueSentence, refusalOf } from '../../lib/sentences.js';
import { changeSettings, type Alerts } from './alerts.api.js';

const hours = Array.from({ length: 24 }, (_, hour) => hour);

/** Recommendations on or off, how often a mail comes, and when none may. */
export function SettingsPanel({ setting: { personalised, rhythm, quietFrom, quietTo } }: { setting: Alerts['setting'] }) {
  const { t } = useTranslation(['alerts', 'common']);
  const { message } = App.useApp();
  const options = hours.map((hour) => ({ value: hour, label: t('hour', { hour: String(hour).padStart(2, '0') }) }));
  const labels: Record<string, string> = {
    personalised: t('personalised'),
    rhythm: t('rhythmLabel'),
    quietFrom: t('quietFrom'),
    quietTo: t('quietTo'),
  };
  return (
    <Panel title={t('settings')}>
      <ZodForm
        schema={alertSettings}
        keptAs={null}
        initialValues={{ personalised, rhythm, quietFrom, quietTo }}
        submitText={t('save')}
        summaryTitle={t('common:formErrorsTitle')}
        labelOf={(path) => labels[path] ?? path}
        refusalOf={refusalOf}
        sentenceOf={issueSentence}
        onSubmit={async (input) => {
          await changeSettings(input);
          void message.success(t('saved'));
        }}
      >
        <Form.Item name="personalised" label={t('personalised')} valuePropName="checked" extra={t('personalisedHint')}>
          <Switch />
        </Form.Item>
        <Form.Item name="rhythm" label={t('rhythmLabel')}>
          <Radio.Group className="alert-rhythm" options={DigestRhythm.options.map((value) => ({ value, label: t(`rhythm.${value}`) }))} />
        </Form.Item>
        <fieldset className="alert-quiet">
          <legend>{t('quiet')}</legend>
          <Form.Item name="quietFrom" label={t('quietFrom')}>
            <Select options={options} />
          </Form.Item>
          <Form.Item name="quietTo" label={t('quietTo')}>
            <Select options={options} />
          </Form.Item>
        </fieldset>
        <p className="muted alert-hint">{t('quietHint')}</p>
      </ZodForm>
    </Panel>
  );
}
