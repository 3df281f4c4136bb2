import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { raceDecision } from '@jihui/domain';
import { Panel, StatusTag } from '@jihui/ui';
import { LongText } from '../../lib/limited-text.js';
import { FormDialog } from './form-dialog.js';
import { ObjectionsPanel } from './objections-panel.js';
import { taskTone } from './task-status.js';
import { decideGate, getItem, taskKeys, type Item } from './tasks.api.js';

/** What comes after the decision of an item: objections, and the tasks of its winners. */
export function PerformancePanels({ challengeId }: { challengeId: string }) {
  const { t } = useTranslation('challengeTasks');
  const { data: item } = useQuery({ queryKey: taskKeys.item(challengeId), queryFn: () => getItem(challengeId) });
  if (!item) return null;
  return (
    <>
      <ObjectionsPanel item={item} />
      {item.tasks.length ? (
        <Panel title={t('tasks')}>
          <ul style={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 12 }}>
            {item.tasks.map((task) => (
              <li key={task.id}>
                <div style={{ display: 'flex', gap: 8, flexWrap: 'wrap', alignItems: 'center' }}>
                  <Link to={`/challenge-tasks/${task.id}`}>{task.organisation?.name}</Link>
                  <StatusTag tone={taskTone[task.status]}>{t(`status.${task.status}`)}</StatusTag>
                  {task.milestones.length ? (
                    <span className="muted num">
                      {t('milestonesDone', { done: task.milestones.filter((m) => m.passed).length, count: task.milestones.length })}
                    </span>
                  ) : null}
                </div>
                {task.endReason ? <p style={{ margin: '4px 0 0', whiteSpace: 'pre-line' }}>{task.endReason}</p> : null}
              </li>
            ))}
          </ul>
          <RaceGate item={item} />
        </Panel>
      ) : null}
    </>
  );
}

/** The gate that a race stands before: the operator of the second step compares all teams at once. */
function RaceGate({ item }: { item: Item }) {
  const { t } = useTranslation('challengeTasks');
  const [open, setOpen] = useState(false);
  const running = item.tasks.filter((task) => task.status === 'RUNNING');
  const number = Math.min(...running.map((task) => task.gatesPassed)) + 1;
  const gate = item.gates[number - 1];
  const decides = running.some((task) => task.availableActions.includes('terminate'));
  if (item.mode !== 'HORSE_RACE' || !gate || !decides) return null;
  return (
    <>
      <Button style={{ marginTop: 12 }} onClick={() => setOpen(true)}>
        {t('race.decide', { name: gate.name })}
      </Button>
      <FormDialog
        open={open}
        keptAs={`race ${item.id} ${number}`}
        title={t('race.title')}
        hint={t('race.hint', { rule: gate.rule, last: number === item.gates.length ? t('race.last') : '' })}
        schema={raceDecision}
        initial={{ gate: number, staying: [], reasons: running.map((task) => ({ taskId: task.id, reason: '' })) }}
        done={t('done.race')}
        labels={(path) => {
          const [field, n] = path.split('.');
          return field === 'reasons' ? t('race.reasonOf', { name: running[Number(n)]?.organisation?.name ?? '' }) : t('field.staying');
        }}
        send={(input) => decideGate({ id: item.id, version: item.version }, input)}
        onClose={() => setOpen(false)}
      >
        <Form.Item name="staying" label={t('field.staying')}>
          <Checkbox.Group options={running.map((task) => ({ value: task.id, label: task.organisation?.name ?? '' }))} />
        </Form.Item>
        {running.map((task, i) => (
          <Form.Item key={task.id} name={['reasons', i, 'reason']} label={t('race.reasonOf', { name: task.organisation?.name ?? '' })}>
            <LongText rows={2} max={1000} />
          </Form.Item>
        ))}
      </FormDialog>
    </>
  );
}
