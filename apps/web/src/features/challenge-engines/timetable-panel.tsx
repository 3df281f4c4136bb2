import { Alert, App, Button, Form, InputNumber, Modal, Select, Table } from 'antd';
import i18next from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { challengePlan, finalChallengeStatuses, TimetableStage, type ChallengePlanInput } from '@jihui/domain';
import { DayInput, Panel, StatusTag, ZodForm, type Tone } from '@jihui/ui';
import { issueSentence, refusalOf } from '../../lib/sentences.js';
import { plan, refreshEngines, type EngineItem, type TimetableAnswer } from './engines.api.js';

const toneOf: Record<string, Tone> = { AHEAD: 'neutral', RUNNING: 'active', OVERDUE: 'bad', DONE: 'good', BROKEN_OFF: 'neutral' };
const examined: readonly string[] = ['COLLECTING', 'SCREENED', 'ARGUED', 'APPROVED'];
const sentence = (code: string, params: object): string => (i18next.t as (key: string, params: object) => string)(`challengeEngines:warning.${code}`, params);

/** Before the publication the plan and what is against it; afterwards how the item keeps to it. */
export function TimetablePanel({ item, timetable }: { item: EngineItem; timetable: TimetableAnswer }) {
  const { t } = useTranslation('challengeEngines');
  const [editing, setEditing] = useState(false);
  const isRunning = !examined.includes(item.status) && item.status !== 'DRAFT';
  const isOver = finalChallengeStatuses.includes(item.status);
  const stageOf = (code: string | null) => (code ? t(`stage.${code}` as 'stage.REVIEW') : '');
  return (
    <Panel id="timetable" title={t('timetable')}>
      {timetable.isStored ? null : <p className="muted">{t('usualPlan')}</p>}
      <p style={{ display: 'flex', gap: 16, flexWrap: 'wrap' }}>
        <span className="num">{`${t('earliest')} ${timetable.earliestEnd}`}</span>
        <span className="num">{`${t('planned')} ${timetable.plannedEnd}`}</span>
        <span className="num">{`${t('likely')} ${timetable.likelyEnd}`}</span>
        {isRunning ? <strong className="num">{`${t(isOver ? 'endedOn' : 'forecast')} ${timetable.forecastEnd}`}</strong> : null}
        {isRunning && !isOver ? <span>{t(timetable.delay > 0 ? 'delay' : timetable.delay < 0 ? 'early' : 'onTime', { count: Math.abs(timetable.delay) })}</span> : null}
      </p>
      {(isRunning ? [] : timetable.warnings).map((w) => (
        <Alert
          key={`${w.code} ${w.stage ?? ''}`}
          type="warning"
          showIcon
          style={{ marginBottom: 8 }}
          title={sentence(w.code, { ...(typeof w.params === 'object' && w.params !== null ? w.params : {}), stage: stageOf(w.stage) })}
          description={w.basis ?? undefined}
        />
      ))}
      {isRunning || timetable.warnings.length ? null : <p className="muted">{t('noWarnings')}</p>}
      <Table
        className="keep-numbers"
        rowKey="stage"
        size="small"
        pagination={false}
        scroll={{ x: true }}
        dataSource={timetable.rows}
        columns={[
          {
            title: t('column.stage'),
            key: 'stage',
            render: (_, r) => (
              <>
                {stageOf(r.stage)} {r.isCritical ? <StatusTag tone="attention">{t('critical')}</StatusTag> : null}
              </>
            ),
          },
          { title: t('column.starts'), key: 'starts', render: (_, r) => <span className="num">{r.startsOn}</span> },
          { title: t('column.ends'), key: 'ends', render: (_, r) => <span className="num">{r.endsOn}</span> },
          { title: t(isRunning ? 'column.asThingsStand' : 'column.likely'), key: 'likely', render: (_, r) => <span className="num">{isRunning ? r.forecastEnd : r.likelyEnd}</span> },
          {
            title: t('column.state'),
            key: 'state',
            render: (_, r) =>
              isRunning ? (
                <StatusTag tone={toneOf[r.state] ?? 'neutral'}>{t(`state.${r.state}` as 'state.DONE')}</StatusTag>
              ) : r.slack > 0 ? (
                <span className="muted">{t('slack', { count: r.slack })}</span>
              ) : null,
          },
        ]}
      />
      <p className="no-print" style={{ display: 'flex', gap: 8, flexWrap: 'wrap', marginTop: 12 }}>
        {item.isOrganiser && examined.includes(item.status) ? <Button onClick={() => setEditing(true)}>{t('editPlan')}</Button> : null}
        {isOver ? null : <Button href={`/exports/challenges/${item.id}/timetable.ics`}>{t('ics')}</Button>}
      </p>
      <PlanDialog item={item} timetable={timetable} open={editing} onClose={() => setEditing(false)} />
    </Panel>
  );
}

function PlanDialog({ item, timetable, open, onClose }: { item: EngineItem; timetable: TimetableAnswer; open: boolean; onClose: () => void }) {
  const { t } = useTranslation(['challengeEngines', 'common']);
  const { message } = App.useApp();
  const known = challengePlan.safeParse(timetable.plan);
  if (!known.success) return null;
  const stages = known.data.stages.map((s) => t(`stage.${s.stage}`));
  const labelOf = (path: string) => {
    const [field = '', n, part] = path.split('.');
    return n !== undefined && part === 'length' ? t('plan.length', { stage: stages[Number(n)] ?? '' }) : t(`plan.${field}` as 'plan.bids');
  };
  const send = async (input: ChallengePlanInput) => {
    await plan({ id: item.id, version: item.version }, input);
    void message.success(t('planSaved'));
    onClose();
    await refreshEngines();
  };
  return (
    <Modal open={open} title={t('editPlan')} footer={null} onCancel={onClose} destroyOnHidden width={680}>
      <ZodForm
        schema={challengePlan}
        keptAs={`timetable ${item.id} ${item.version}`}
        initialValues={known.data}
        onSubmit={send}
        refusalOf={refusalOf}
        sentenceOf={issueSentence}
        labelOf={labelOf}
        summaryTitle={t('common:formErrorsTitle')}
        submitText={t('savePlan')}
        extraActions={<Button onClick={onClose}>{t('common:cancel')}</Button>}
      >
        <div style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(180px, 1fr))', columnGap: 16 }}>
          <Form.Item name="startsOn" label={t('plan.startsOn')}>
            <DayInput />
          </Form.Item>
          <Form.Item name="targetEnd" label={t('plan.targetEnd')}>
            <DayInput />
          </Form.Item>
          {(['bids', 'reviewers', 'perDay'] as const).map((name) => (
            <Form.Item key={name} name={name} label={t(`plan.${name}`)}>
              <InputNumber min={0} precision={0} style={{ width: '100%' }} />
            </Form.Item>
          ))}
        </div>
        {known.data.stages.map((s, i) => (
          <div key={s.stage} style={{ display: 'grid', gridTemplateColumns: '2fr 1fr', columnGap: 12 }}>
            <Form.Item name={['stages', i, 'length']} label={t('plan.length', { stage: t(`stage.${TimetableStage.parse(s.stage)}`) })} style={{ marginBottom: 8 }}>
              <InputNumber min={0} max={999} precision={0} style={{ width: '100%' }} />
            </Form.Item>
            <Form.Item name={['stages', i, 'unit']} label={t('plan.unit', { stage: t(`stage.${TimetableStage.parse(s.stage)}`) })} style={{ marginBottom: 8 }}>
              <Select options={(['WORKING', 'CALENDAR', 'MONTH'] as const).map((value) => ({ value, label: t(`unit.${value}`) }))} />
            </Form.Item>
          </div>
        ))}
      </ZodForm>
    </Modal>
  );
}
