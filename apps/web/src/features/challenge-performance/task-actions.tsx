import { App, Button, Checkbox, Form, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { exemptionFindings, finalRequest, taskAcceptance, taskExemption, taskTermination, TerminationCause } from '@jihui/domain';
import { MoneyInput, ReasonDialog } from '@jihui/ui';
import { LongText, ShortText } from '../../lib/limited-text.js';
import { issueSentence, refusalOf } from '../../lib/sentences.js';
import { UploadField } from '../../lib/upload-field.js';
import { FormDialog } from './form-dialog.js';
import { accept, exempt, plainTaskSteps, reasonedTaskSteps, refreshTasks, requestFinal, terminate, type Task } from './tasks.api.js';
import { useTaskStep } from './use-task-step.js';

const plain = ['draftContract', 'sign', 'start', 'close'] as const;
const reasoned = ['returnFinal', 'decline'] as const;
const forms = ['requestFinal', 'accept', 'exempt', 'terminate'] as const;

/** What the reader may do with a task now. */
export function TaskActions({ task }: { task: Task }) {
  const { t } = useTranslation(['challengeTasks', 'common']);
  const { modal, message } = App.useApp();
  const { take, taking } = useTaskStep();
  const [asking, setAsking] = useState<(typeof reasoned)[number] | null>(null);
  const [form, setForm] = useState<(typeof forms)[number] | null>(null);
  const ref = { id: task.id, version: task.version };
  const hasContract = task.contractId !== null && task.contractStatus !== 'CANCELLED';
  const may = (action: Task['availableActions'][number]) => task.availableActions.includes(action) && !(action === 'draftContract' && hasContract);
  const confirm = (name: (typeof plain)[number]) =>
    modal.confirm({
      title: t(`action.${name}`),
      content: t(`ask.${name}`),
      okText: t(`action.${name}`),
      cancelText: t('common:cancel'),
      onOk: () => take(() => plainTaskSteps[name](ref), t(`done.${name}`)),
    });
  const close = () => setForm(null);
  const claw = (
    <Form.Item name="clawBack" label={t('field.clawBack')}>
      <MoneyInput />
    </Form.Item>
  );
  const reason = (
    <Form.Item name="reason" label={t('field.reason')}>
      <LongText rows={3} max={1000} />
    </Form.Item>
  );
  const indicators = task.challenge?.indicators ?? [];
  return (
    <>
      {plain.filter(may).map((name) => (
        <Button key={name} type="primary" loading={taking} onClick={() => confirm(name)}>
          {t(`action.${name}`)}
        </Button>
      ))}
      {forms.filter(may).map((name) => (
        <Button key={name} type={name === 'accept' || name === 'requestFinal' ? 'primary' : 'default'} onClick={() => setForm(name)}>
          {t(`action.${name}`)}
        </Button>
      ))}
      {reasoned.filter(may).map((name) => (
        <Button key={name} onClick={() => setAsking(name)}>
          {t(`action.${name}`)}
        </Button>
      ))}
      <ReasonDialog
        open={asking !== null}
        keptAs={`${asking ?? ''} ${task.id}`}
        title={asking ? t(`action.${asking}`) : ''}
        label={t('field.reason')}
        okText={asking ? t(`action.${asking}`) : ''}
        cancelText={t('common:cancel')}
        sentenceOf={issueSentence}
        refusalOf={refusalOf}
        onCancel={() => setAsking(null)}
        onOk={async (given) => {
          if (!asking) return;
          await reasonedTaskSteps[asking](ref, given);
          void message.success(t(`done.${asking}`));
          setAsking(null);
          await refreshTasks();
        }}
      />
      <FormDialog
        open={form === 'requestFinal'}
        keptAs={`final ${task.id}`}
        title={t('action.requestFinal')}
        hint={t('ask.requestFinal')}
        schema={finalRequest}
        initial={{ fileIds: [] }}
        done={t('done.requestFinal')}
        send={(input) => requestFinal(ref, input)}
        onClose={close}
      >
        <Form.Item name="fileIds" label={t('field.fileIds')}>
          <UploadField />
        </Form.Item>
      </FormDialog>
      <FormDialog
        open={form === 'accept'}
        keptAs={`acceptance ${task.id}`}
        title={t('action.accept')}
        hint={t('ask.accept')}
        schema={taskAcceptance}
        initial={{ results: indicators.map((i) => ({ indicator: i.name, measured: '', met: false })), opinion: '' }}
        done={t('done.accept')}
        send={(input) => accept(ref, input)}
        onClose={close}
      >
        {indicators.map((i, n) => (
          <div key={i.name} style={{ display: 'flex', flexWrap: 'wrap', columnGap: 12, alignItems: 'end' }}>
            <Form.Item
              name={['results', n, 'measured']}
              label={t(i.must ? 'measuredMust' : 'measuredOf', { name: i.name, target: `${i.target}${i.unit ?? ''}` })}
              style={{ flex: '1 1 240px' }}
            >
              <ShortText max={100} />
            </Form.Item>
            <Form.Item name={['results', n, 'met']} valuePropName="checked">
              <Checkbox>{t('met')}</Checkbox>
            </Form.Item>
          </div>
        ))}
        <Form.Item name="opinion" label={t('field.opinion')}>
          <LongText rows={3} max={1000} />
        </Form.Item>
      </FormDialog>
      <FormDialog
        open={form === 'exempt'}
        keptAs={`exemption ${task.id}`}
        title={t('action.exempt')}
        hint={t('ask.exempt')}
        schema={taskExemption}
        initial={{ ...Object.fromEntries(exemptionFindings.map((f) => [f, false])), reason: '', clawBack: '0' }}
        done={t('done.exempt')}
        send={(input) => exempt(ref, input)}
        onClose={close}
      >
        {exemptionFindings.map((f) => (
          <Form.Item key={f} name={f} valuePropName="checked" style={{ marginBottom: 8 }}>
            <Checkbox>{t(`finding.${f}`)}</Checkbox>
          </Form.Item>
        ))}
        {reason}
        {claw}
      </FormDialog>
      <FormDialog
        open={form === 'terminate'}
        keptAs={`termination ${task.id}`}
        title={t('action.terminate')}
        hint={t('ask.terminate')}
        schema={taskTermination}
        initial={{ cause: 'AGREED', reason: '', clawBack: '0' }}
        done={t('done.terminate')}
        send={(input) => terminate(ref, input)}
        onClose={close}
      >
        <Form.Item name="cause" label={t('field.cause')}>
          <Select options={TerminationCause.options.map((value) => ({ value, label: t(`cause.${value}`) }))} />
        </Form.Item>
        {reason}
        {claw}
      </FormDialog>
    </>
  );
}
