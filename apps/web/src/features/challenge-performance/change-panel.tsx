import { Alert, Button, Form, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { taskChange } from '@jihui/domain';
import { DayInput } from '@jihui/ui';
import { LongText } from '../../lib/limited-text.js';
import { useTaskStep } from './use-task-step.js';
import { FormDialog } from './form-dialog.js';
import { plainTaskSteps, proposeChange, settleChange, type Task } from './tasks.api.js';

type Proposed = { days: string[]; endsOn: string; reason: string; side: 'OWNER' | 'BIDDER'; agreed: boolean };
const isProposed = (value: unknown): value is Proposed => typeof value === 'object' && value !== null && 'days' in value && 'side' in value;

/** A change of days: proposed by one side, agreed to by the other, settled by the branch. */
export function ChangePanel({ task }: { task: Task }) {
  const { t } = useTranslation('challengeTasks');
  const [open, setOpen] = useState(false);
  const { take, taking } = useTaskStep();
  const ref = { id: task.id, version: task.version };
  const may = (action: Task['availableActions'][number]) => task.availableActions.includes(action);
  const change = isProposed(task.change) ? task.change : null;
  return (
    <>
      {change ? (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 16 }}
          title={t('change.title', { side: t(`side.${change.side}`) })}
          description={
            <>
              <p style={{ margin: '4px 0', whiteSpace: 'pre-line' }}>{change.reason}</p>
              <ul style={{ margin: 0, paddingInlineStart: 20 }}>
                {task.milestones.map((m, i) =>
                  m.day === change.days[i] ? null : <li key={m.name}>{t('change.line', { name: m.name, before: m.day, after: change.days[i] ?? '' })}</li>,
                )}
                {task.endsOn === change.endsOn ? null : <li>{t('change.line', { name: t('field.endsOn'), before: task.endsOn ?? '', after: change.endsOn })}</li>}
              </ul>
              <p className="muted">{t(change.agreed ? 'change.agreed' : 'change.waiting')}</p>
              <Space wrap>
                {may('agreeChange') ? (
                  <Button type="primary" loading={taking} onClick={() => take(() => plainTaskSteps.agreeChange(ref), t('done.agreeChange'))}>
                    {t('action.agreeChange')}
                  </Button>
                ) : null}
                {may('settleChange') ? (
                  <>
                    <Button type="primary" loading={taking} onClick={() => take(() => settleChange(ref, true), t('done.settleChange'))}>
                      {t('action.approveChange')}
                    </Button>
                    <Button loading={taking} onClick={() => take(() => settleChange(ref, false), t('done.settleChange'))}>
                      {t('action.refuseChange')}
                    </Button>
                  </>
                ) : null}
              </Space>
            </>
          }
        />
      ) : may('proposeChange') ? (
        <p>
          <Button onClick={() => setOpen(true)}>{t('action.proposeChange')}</Button>
        </p>
      ) : null}
      <FormDialog
        open={open}
        keptAs={`task-change ${task.id} ${task.version}`}
        title={t('action.proposeChange')}
        hint={t('change.hint')}
        schema={taskChange}
        initial={{ days: task.milestones.map((m) => m.day), endsOn: task.endsOn, reason: '' }}
        done={t('done.proposeChange')}
        send={(input) => proposeChange(ref, input)}
        onClose={() => setOpen(false)}
        labels={(path) => task.milestones[Number(path.split('.')[1])]?.name ?? t(`field.${path}` as 'field.reason')}
      >
        {task.milestones.map((m, i) => (
          <Form.Item key={m.name} name={['days', i]} label={m.name}>
            <DayInput disabled={m.passed !== null || m.kind === 'RACE_GATE'} />
          </Form.Item>
        ))}
        <Form.Item name="endsOn" label={t('field.endsOn')}>
          <DayInput />
        </Form.Item>
        <Form.Item name="reason" label={t('field.reason')}>
          <LongText rows={3} max={1000} />
        </Form.Item>
      </FormDialog>
    </>
  );
}
