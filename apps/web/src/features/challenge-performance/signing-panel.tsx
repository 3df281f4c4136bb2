import { Button, Collapse, Form, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { MilestoneKind, taskBook } from '@jihui/domain';
import { DayInput, Panel, StatusTag } from '@jihui/ui';
import { moment } from '../../lib/format.js';
import { LongText, ShortText } from '../../lib/limited-text.js';
import { FormDialog } from './form-dialog.js';
import { writeBook, type Task } from './tasks.api.js';

/** 签约: the contract, the 任务书 with its 军令状, and who has signed them. */
export function SigningPanel({ task }: { task: Task }) {
  const { t } = useTranslation(['challengeTasks', 'contracts']);
  const [writing, setWriting] = useState(false);
  if (task.signatures === null) return null;
  const books = [
    { key: 'book', label: t('book'), text: task.bookText },
    { key: 'pledge', label: t('pledge'), text: task.pledge },
  ].filter((b) => b.text);
  return (
    <Panel title={t('signing')}>
      <dl className="facts" style={{ display: 'grid', gap: 8, margin: '0 0 12px' }}>
        <div style={{ display: 'flex', gap: 8, flexWrap: 'wrap' }}>
          <dt className="muted">{t('contract')}</dt>
          <dd style={{ margin: 0 }}>
            {task.contractId ? (
              <Link to={`/contracts/${task.contractId}`}>{task.contractStatus ? t(`contracts:status.${task.contractStatus}`) : t('openContract')}</Link>
            ) : (
              t('noContract')
            )}
          </dd>
        </div>
        <div style={{ display: 'flex', gap: 8, flexWrap: 'wrap' }}>
          <dt className="muted">{t('signatures')}</dt>
          <dd style={{ margin: 0, display: 'flex', gap: 8, flexWrap: 'wrap' }}>
            {(['BIDDER', 'OWNER'] as const).map((side) => {
              const signed = task.signatures?.find((s) => s.side === side);
              return (
                <StatusTag key={side} tone={signed ? 'good' : 'attention'}>
                  {signed ? t('signedBy', { side: t(`side.${side}`), name: signed.name, moment: moment(signed.at) }) : t('notSigned', { side: t(`side.${side}`) })}
                </StatusTag>
              );
            })}
          </dd>
        </div>
      </dl>
      {books.length ? (
        <Collapse
          items={books.map((b) => ({ key: b.key, label: b.label, children: <p style={{ margin: 0, whiteSpace: 'pre-line' }}>{b.text}</p> }))}
        />
      ) : (
        <p className="muted">{t('noBook')}</p>
      )}
      {task.digest ? <p className="muted num" style={{ overflowWrap: 'anywhere' }}>{`SHA-256 ${task.digest}`}</p> : null}
      {task.availableActions.includes('writeBook') ? (
        <Button style={{ marginTop: 8 }} onClick={() => setWriting(true)}>
          {t('action.writeBook')}
        </Button>
      ) : null}
      <BookDialog task={task} open={writing} onClose={() => setWriting(false)} />
    </Panel>
  );
}

function BookDialog({ task, open, onClose }: { task: Task; open: boolean; onClose: () => void }) {
  const { t } = useTranslation('challengeTasks');
  const gates = task.challenge?.gates ?? [];
  const middle = (task.challenge?.paymentPlan.length ?? 0) - 2;
  const known = task.milestones.map((m, i) => ({ ...m, deliverable: task.milestoneFiles?.[i]?.deliverable ?? '' }));
  const fresh = [
    { name: t('usual.first'), day: null, deliverable: '', kind: 'REGULAR', gate: null },
    { name: t('usual.midterm'), day: null, deliverable: '', kind: 'MIDTERM', gate: middle > 0 ? 2 : null },
    ...gates.map((g) => ({ name: g.name, day: g.day, deliverable: '', kind: 'RACE_GATE', gate: null })),
  ];
  return (
    <FormDialog
      open={open}
      keptAs={`task-book ${task.id} ${task.version}`}
      width={720}
      title={t('action.writeBook')}
      hint={t('bookHint', { count: Math.max(0, middle) })}
      schema={taskBook}
      initial={{ milestones: known.length ? known : fresh, endsOn: task.endsOn ?? task.challenge?.endsOn ?? null, penalty: '' }}
      done={t('done.writeBook')}
      send={(input) => writeBook({ id: task.id, version: task.version }, input)}
      onClose={onClose}
      labels={(path) => {
        const [field = '', n, part] = path.split('.');
        return n && part ? t('milestoneField', { n: Number(n) + 1, part: t(`field.${part}` as 'field.day') }) : t(`field.${field}` as 'field.penalty');
      }}
    >
      <Form.List name="milestones">
        {(rows, { add, remove }) => (
          <>
            {rows.map((row) => (
              <div key={row.key} style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(150px, 1fr))', columnGap: 12 }}>
                <Form.Item name={[row.name, 'name']} label={t('milestoneField', { n: row.name + 1, part: t('field.milestone') })}>
                  <ShortText max={60} />
                </Form.Item>
                <Form.Item name={[row.name, 'day']} label={t('field.day')}>
                  <DayInput />
                </Form.Item>
                <Form.Item name={[row.name, 'kind']} label={t('field.kind')}>
                  <Select options={MilestoneKind.options.map((value) => ({ value, label: t(`kind.${value}`) }))} />
                </Form.Item>
                <Form.Item name={[row.name, 'gate']} label={t('field.gate')}>
                  <Select
                    allowClear
                    options={Array.from({ length: Math.max(0, middle) }, (_, i) => ({ value: i + 2, label: t('payment', { n: i + 2 }) }))}
                  />
                </Form.Item>
                <Form.Item name={[row.name, 'deliverable']} label={t('field.deliverable')} style={{ gridColumn: '1 / -1' }}>
                  <ShortText max={500} />
                </Form.Item>
                {rows.length > 1 ? (
                  <Button type="link" size="small" onClick={() => remove(row.name)} style={{ justifySelf: 'start', margin: '-16px 0 8px', paddingInline: 0 }}>
                    {t('remove', { n: row.name + 1 })}
                  </Button>
                ) : null}
              </div>
            ))}
            <Button onClick={() => add({ name: '', day: null, deliverable: '', kind: 'REGULAR', gate: null })} style={{ marginBottom: 16 }}>
              {t('addMilestone')}
            </Button>
          </>
        )}
      </Form.List>
      <Form.Item name="endsOn" label={t('field.endsOn')}>
        <DayInput />
      </Form.Item>
      <Form.Item name="penalty" label={t('field.penalty')}>
        <LongText rows={2} max={1000} />
      </Form.Item>
    </FormDialog>
  );
}
