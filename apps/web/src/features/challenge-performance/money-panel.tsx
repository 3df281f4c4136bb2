import { useQuery } from '@tanstack/react-query';
import { Button, Form, Select, Space, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { paidTaskStatuses, PositiveFen, ReceiptKind, taskReceipt, taskRelease } from '@jihui/domain';
import { DayInput, MoneyInput, Panel, StatusTag } from '@jihui/ui';
import { useSession } from '../../app/session.js';
import { formatMoney } from '../../lib/format.js';
import { ShortText } from '../../lib/limited-text.js';
import { FormDialog } from './form-dialog.js';
import { ReleaseLines } from './release-lines.js';
import { confirmReceipt, getCheck, recordReceipt, release, repay, taskKeys, type Task } from './tasks.api.js';
import { useTaskStep } from './use-task-step.js';

const repayment = z.object({ amount: PositiveFen });
type Payment = NonNullable<Task['payments']>[number];

/** The money of a task by payment: what the enterprise gave, what was released and why, what comes back. */
export function MoneyPanel({ task }: { task: Task }) {
  const { t } = useTranslation('challengeTasks');
  const { can } = useSession();
  const [open, setOpen] = useState<'receipt' | 'repay' | Payment | null>(null);
  const { take, taking } = useTaskStep();
  const { payments } = task;
  if (!payments) return null;
  const ref = { id: task.id, version: task.version };
  const flows = paidTaskStatuses.includes(task.status);
  // Money is released, and taken back, by the second step alone; the first reads the table.
  const approves = task.challenge?.isOrganiser === true && can('challenge.approve');
  const releases = approves && flows;
  const gate = open !== null && typeof open === 'object' ? open : null;
  const owed = BigInt(task.clawBack ?? '0') - BigInt(task.repaid ?? '0');
  return (
    <Panel title={t('moneyTitle')}>
      <Table
        className="keep-numbers"
        rowKey="gate"
        size="small"
        pagination={false}
        scroll={{ x: true }}
        dataSource={payments}
        columns={[
          { title: t('money.payment'), key: 'name', minWidth: 120, render: (_, p) => `${p.gate}. ${p.name}` },
          { title: t('money.opened'), key: 'opened', render: (_, p) => <span className="num">{p.openedOn ?? t('money.notOpen')}</span> },
          { title: t('money.cash'), key: 'cash', align: 'end', render: (_, p) => <span className="num">{formatMoney(p.cash)}</span> },
          { title: t('money.fiscal'), key: 'fiscal', align: 'end', render: (_, p) => <span className="num">{formatMoney(p.fiscal)}</span> },
          { title: t('money.released'), key: 'released', align: 'end', render: (_, p) => <span className="num">{formatMoney(p.released)}</span> },
          {
            title: t('money.step'),
            key: 'do',
            render: (_, p) =>
              releases && BigInt(p.released) < BigInt(p.fiscal) ? (
                <Button size="small" onClick={() => setOpen(p)}>
                  {t('action.release')}
                </Button>
              ) : null,
          },
        ]}
      />
      <h3 style={{ fontSize: 15, margin: '16px 0 8px' }}>{t('money.receipts')}</h3>
      {task.receipts.length ? (
        <ul style={{ margin: 0, paddingInlineStart: 20, display: 'grid', gap: 6 }}>
          {task.receipts.map((r) => (
            <li key={r.id}>
              <Space wrap>
                <span className="num">{r.receivedOn}</span>
                <span>{t(`receipt.${r.kind}`)}</span>
                <strong className="num">{formatMoney(r.amount)}</strong>
                {r.note ? <span className="muted">{r.note}</span> : null}
                <StatusTag tone={r.confirmedOn ? (r.kind === 'CASH' ? 'good' : 'neutral') : 'attention'}>
                  {t(r.confirmedOn ? (r.kind === 'CASH' ? 'money.counts' : 'money.notCash') : 'money.unconfirmed')}
                </StatusTag>
                {!r.confirmedOn && task.mySide === 'BIDDER' ? (
                  <Button size="small" loading={taking} onClick={() => take(() => confirmReceipt(r.id), t('done.confirm'))}>
                    {t('action.confirm')}
                  </Button>
                ) : null}
              </Space>
            </li>
          ))}
        </ul>
      ) : (
        <p className="muted">{t('money.none')}</p>
      )}
      <Space wrap style={{ marginTop: 12 }}>
        <Button href={`/exports/challenges/${task.challenge?.id ?? ''}/money.csv`}>{t('money.export')}</Button>
        {task.mySide === 'OWNER' && flows ? <Button onClick={() => setOpen('receipt')}>{t('action.receipt')}</Button> : null}
        {approves && owed > 0n ? <Button onClick={() => setOpen('repay')}>{t('action.repay')}</Button> : null}
        {BigInt(task.clawBack ?? '0') > 0n ? (
          <span>{t('money.clawBack', { amount: formatMoney(task.clawBack ?? '0'), repaid: formatMoney(task.repaid ?? '0') })}</span>
        ) : null}
      </Space>
      <FormDialog
        open={open === 'receipt'}
        keptAs={`cash ${task.id}`}
        title={t('action.receipt')}
        hint={t('ask.receipt')}
        schema={taskReceipt}
        initial={{ kind: 'CASH', amount: null, receivedOn: null, note: '' }}
        done={t('done.receipt')}
        send={(input) => recordReceipt(ref, input)}
        onClose={() => setOpen(null)}
      >
        <Form.Item name="kind" label={t('field.receiptKind')}>
          <Select options={ReceiptKind.options.map((value) => ({ value, label: t(`receipt.${value}`) }))} />
        </Form.Item>
        <Form.Item name="amount" label={t('field.amount')}>
          <MoneyInput />
        </Form.Item>
        <Form.Item name="receivedOn" label={t('field.receivedOn')}>
          <DayInput />
        </Form.Item>
        <Form.Item name="note" label={t('field.note')}>
          <ShortText max={200} />
        </Form.Item>
      </FormDialog>
      {gate ? <ReleaseDialog task={task} gate={gate} onClose={() => setOpen(null)} /> : null}
      <FormDialog
        open={open === 'repay'}
        keptAs={`repayment ${task.id}`}
        title={t('action.repay')}
        schema={repayment}
        initial={{ amount: String(owed) }}
        done={t('done.repay')}
        send={({ amount }) => repay(ref, amount)}
        onClose={() => setOpen(null)}
      >
        <Form.Item name="amount" label={t('field.amount')}>
          <MoneyInput />
        </Form.Item>
      </FormDialog>
    </Panel>
  );
}

/** Every line of the explanation, for the amount that stands in the form. */
function LinesOfAmount({ task, gate, preset }: { task: Task; gate: number; preset: string }) {
  const form = Form.useFormInstance();
  const typed: unknown = Form.useWatch('amount', form);
  const amount = PositiveFen.safeParse(typed).data ?? preset;
  const { data } = useQuery({ queryKey: taskKeys.check(task.id, gate, amount), queryFn: () => getCheck(task.id, gate, amount), placeholderData: (before) => before });
  return data ? <ReleaseLines lines={data.lines} /> : null;
}

/** Before money goes out: what holds and what does not. */
function ReleaseDialog({ task, gate, onClose }: { task: Task; gate: Payment; onClose: () => void }) {
  const { t } = useTranslation('challengeTasks');
  const amount = String(BigInt(gate.fiscal) - BigInt(gate.released));
  return (
    <FormDialog
      open
      keptAs={`release ${task.id} ${gate.gate}`}
      title={t('action.release')}
      hint={t('ask.release', { name: gate.name })}
      schema={taskRelease}
      initial={{ gate: gate.gate, amount }}
      done={t('done.release')}
      send={(input) => release({ id: task.id, version: task.version }, input)}
      onClose={onClose}
    >
      <LinesOfAmount task={task} gate={gate.gate} preset={amount} />
      <Form.Item name="amount" label={t('field.amount')}>
        <MoneyInput />
      </Form.Item>
    </FormDialog>
  );
}
