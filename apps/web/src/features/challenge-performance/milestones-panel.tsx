import { Button, Form, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { milestoneCheck, milestoneEvidence } from '@jihui/domain';
import { Panel, StatusTag } from '@jihui/ui';
import { moment } from '../../lib/format.js';
import { LongText } from '../../lib/limited-text.js';
import { Papers } from '../../lib/papers.js';
import { UploadField } from '../../lib/upload-field.js';
import { FormDialog } from './form-dialog.js';
import { checkMilestone, hand, type Task } from './tasks.api.js';

type Open = { what: 'hand' | 'check'; index: number } | null;

/** The milestones: what was promised when, what was handed in, what the branch said. */
export function MilestonesPanel({ task }: { task: Task }) {
  const { t } = useTranslation('challengeTasks');
  const [open, setOpen] = useState<Open>(null);
  const ref = { id: task.id, version: task.version };
  const may = (action: 'hand' | 'check') => task.availableActions.includes(action);
  if (!task.milestones.length) return null;
  return (
    <Panel title={t('milestones')}>
      <ol style={{ margin: 0, paddingInlineStart: 20, display: 'grid', gap: 12 }}>
        {task.milestones.map((m, index) => {
          const file = task.milestoneFiles?.[index];
          return (
            <li key={m.name}>
              <div style={{ display: 'flex', gap: 8, flexWrap: 'wrap', alignItems: 'center' }}>
                <strong>{m.name}</strong>
                {m.kind === 'REGULAR' ? null : <span className="muted">{t(`kind.${m.kind}`)}</span>}
                <span className="num">{m.day}</span>
                {m.gate ? <span className="muted">{t('opensPayment', { n: m.gate })}</span> : null}
                <StatusTag tone={m.passed ? 'good' : m.passed === false ? 'bad' : file?.handedAt ? 'active' : 'neutral'}>
                  {t(m.passed ? 'passed' : m.passed === false ? 'failed' : file?.handedAt ? 'handed' : 'ahead')}
                </StatusTag>
                {m.checkedOn ? <span className="muted num">{m.checkedOn}</span> : null}
              </div>
              {file ? <p style={{ margin: '4px 0' }}>{file.deliverable}</p> : null}
              {file?.evidence ? (
                <p style={{ margin: '4px 0', whiteSpace: 'pre-line' }}>
                  {t('evidenceLine', { moment: file.handedAt ? moment(file.handedAt) : '', text: file.evidence })}
                </p>
              ) : null}
              <Papers files={file?.files ?? []} />
              {file?.comment ? <p style={{ margin: '4px 0' }}>{t('commentLine', { text: file.comment })}</p> : null}
              {may('hand') && !m.passed ? (
                <Button size="small" onClick={() => setOpen({ what: 'hand', index })}>
                  {t(file?.evidence ? 'action.handAgain' : 'action.hand')}
                </Button>
              ) : null}
              {may('check') && m.passed === null ? (
                <Button size="small" type="primary" onClick={() => setOpen({ what: 'check', index })}>
                  {t('action.check')}
                </Button>
              ) : null}
            </li>
          );
        })}
      </ol>
      <FormDialog
        open={open?.what === 'hand'}
        keptAs={`evidence ${task.id} ${open?.index ?? 0}`}
        title={t('action.hand')}
        schema={milestoneEvidence}
        initial={{ index: open?.index ?? 0, text: '', fileIds: [] }}
        done={t('done.hand')}
        send={(input) => hand(ref, input)}
        onClose={() => setOpen(null)}
      >
        <Form.Item name="text" label={t('evidence')}>
          <LongText rows={4} max={4000} />
        </Form.Item>
        <Form.Item name="fileIds" label={t('field.fileIds')}>
          <UploadField />
        </Form.Item>
      </FormDialog>
      <FormDialog
        open={open?.what === 'check'}
        keptAs={`check ${task.id} ${open?.index ?? 0}`}
        title={t('action.check')}
        schema={milestoneCheck}
        initial={{ index: open?.index ?? 0, comment: '' }}
        done={t('done.check')}
        send={(input) => checkMilestone(ref, input)}
        onClose={() => setOpen(null)}
      >
        <Form.Item name="passed" label={t('field.passed')}>
          <Radio.Group
            options={[
              { value: true, label: t('passed') },
              { value: false, label: t('failed') },
            ]}
          />
        </Form.Item>
        <Form.Item name="comment" label={t('field.comment')}>
          <LongText rows={3} max={1000} />
        </Form.Item>
      </FormDialog>
    </Panel>
  );
}
