import { useMutation } from '@tanstack/react-query';
import { Alert, App, Button, Form, InputNumber, Select, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { EmbedderKind, embedderSetting, issuesOf, usualTimeLimitMs } from '@jihui/domain';
import { Panel, ZodForm } from '@jihui/ui';
import { ShortText } from '../../lib/limited-text.js';
import { errorSentence, issueSentence, refusalOf } from '../../lib/sentences.js';
import { setEmbedder, tryEmbedder, type EmbedderOverview } from './embedder.api.js';

/** The next setting, which can be tried before it is saved. */
export function EmbedderForm({ overview: { settings, hasKey } }: { overview: EmbedderOverview }) {
  const { t } = useTranslation('embedder');
  const { message } = App.useApp();
  const [form] = Form.useForm();
  const [last] = settings;
  const kind = EmbedderKind.catch('OPENAI').parse(Form.useWatch('kind', form));
  const trial = useMutation({ mutationFn: () => tryEmbedder(embedderSetting.parse({ ...form.getFieldsValue(true), isOn: true })) });
  const tryIt = (): void => {
    const checked = embedderSetting.safeParse({ ...form.getFieldsValue(true), isOn: true }, { reportInput: true });
    // What is wrong is said where it stands, by the form itself.
    if (checked.success) trial.mutate();
    else form.setFields(issuesOf(checked.error).map((i) => ({ name: i.path.split('.'), errors: [issueSentence(i)] })));
  };
  return (
    <Panel title={t('form.title')}>
      <ZodForm
        form={form}
        schema={embedderSetting}
        keptAs={`embedder ${last?.number ?? 0}`}
        initialValues={last ?? { isOn: false, kind: 'OLLAMA', url: '', model: '', timeLimitMs: usualTimeLimitMs }}
        onSubmit={async (input) => {
          await setEmbedder(last?.number ?? 0, input);
          void message.success(t('form.saved'));
        }}
        onValuesChange={() => trial.reset()}
        refusalOf={refusalOf}
        sentenceOf={issueSentence}
        labelOf={(path) => t(`form.${path}` as 'form.url')}
        summaryTitle={t('form.wrong')}
        submitText={t('form.save')}
        extraActions={
          <Button onClick={tryIt} loading={trial.isPending}>
            {t('trial.button')}
          </Button>
        }
      >
        <Form.Item name="isOn" label={t('form.isOn')} valuePropName="checked">
          <Switch />
        </Form.Item>
        <div className="form-columns">
          <Form.Item name="kind" label={t('form.kind')}>
            <Select options={EmbedderKind.options.map((value) => ({ value, label: t(`kind.${value}`) }))} />
          </Form.Item>
          <Form.Item name="model" label={t('form.model')} extra={t('form.modelHint')}>
            <ShortText max={100} spellCheck={false} />
          </Form.Item>
        </div>
        <Form.Item name="url" label={t('form.url')} extra={t(`form.urlHint.${kind}`)}>
          <ShortText max={300} inputMode="url" spellCheck={false} />
        </Form.Item>
        <Form.Item name="timeLimitMs" label={t('form.timeLimitMs')} extra={t('form.timeLimitHint')}>
          <InputNumber min={200} max={60_000} step={500} style={{ width: 160 }} />
        </Form.Item>
        <p className="muted">{`${t('form.key')}：${t(hasKey ? 'form.hasKey' : 'form.noKey')} ${t('trial.hint')}`}</p>
        <TrialResult trial={trial} />
      </ZodForm>
    </Panel>
  );
}

type Trial = Awaited<ReturnType<typeof tryEmbedder>>;

function TrialResult({ trial: { data, error } }: { trial: { data: Trial | undefined; error: unknown } }) {
  const { t } = useTranslation('embedder');
  if (error) return <Alert type="error" showIcon title={errorSentence(error)} style={{ marginBottom: 16 }} />;
  if (!data) return null;
  const title = data.fault
    ? t('trial.wrong', { fault: t(`fault.${data.fault}`, { status: data.status ?? '' }), ms: data.milliseconds })
    : t('trial.right', { dimension: data.dimension ?? '', ms: data.milliseconds });
  return <Alert type={data.fault ? 'warning' : 'success'} showIcon title={title} role="status" style={{ marginBottom: 16 }} />;
}
