import { Button, Form, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { challengeObjection, challengeObjectionAnswer } from '@jihui/domain';
import { Panel, StatusTag } from '@jihui/ui';
import { moment } from '../../lib/format.js';
import { LongText } from '../../lib/limited-text.js';
import { ObjectionForm as SharedForm } from '../../lib/objection-form.js';
import { FormDialog } from './form-dialog.js';
import { answerObjection, objectTo, refreshTasks, type Item, type Objection } from './tasks.api.js';

/** Objections to the decision with their answers; while it is before the public anybody may object here. */
export function ObjectionsPanel({ item }: { item: Item }) {
  const { t } = useTranslation('challengeTasks');
  const [answering, setAnswering] = useState<Objection | null>(null);
  // Who may take a decision back is who answers for it.
  const answers = item.isOrganiser && (item.availableActions.includes('reconsider') || item.availableActions.includes('decide'));
  return (
    <>
      {item.objections.length ? (
        <Panel title={t('objections', { count: item.objections.length })}>
          <ul style={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 16 }}>
            {item.objections.map((o) => (
              <li key={o.id}>
                <div style={{ display: 'flex', gap: 8, flexWrap: 'wrap', alignItems: 'center' }}>
                  <strong className="num">{o.receipt}</strong>
                  <span className="muted num">{moment(o.createdAt)}</span>
                  <StatusTag tone={o.answeredAt && !o.upheld ? 'neutral' : 'attention'}>
                    {t(o.answeredAt ? (o.upheld ? 'upheld' : 'rejected') : 'objectionOpen')}
                  </StatusTag>
                  {o.name ? <span>{`${o.name} ${o.contact ?? ''}`}</span> : null}
                </div>
                <p style={{ margin: '4px 0', whiteSpace: 'pre-line' }}>{o.text}</p>
                {o.answer ? (
                  <blockquote style={{ margin: 0, paddingInlineStart: 12, borderInlineStart: '3px solid #d5dbe5', whiteSpace: 'pre-line' }}>
                    {t('answerOf', { answer: o.answer })}
                  </blockquote>
                ) : answers ? (
                  <Button onClick={() => setAnswering(o)}>{t('answerIt')}</Button>
                ) : null}
              </li>
            ))}
          </ul>
        </Panel>
      ) : null}
      {item.status === 'NOTICE' ? <ObjectionForm challengeId={item.id} /> : null}
      {answering ? (
        <FormDialog
          open
          keptAs={`answer ${answering.id}`}
          title={t('publishAnswer')}
          hint={t('answerHint')}
          schema={challengeObjectionAnswer}
          initial={{ id: answering.id, version: answering.version, answer: '' }}
          done={t('done.answer')}
          send={(input) => answerObjection(input)}
          onClose={() => setAnswering(null)}
        >
          <Form.Item name="upheld" label={t('field.upheld')}>
            <Radio.Group
              options={[
                { value: true, label: t('upheld') },
                { value: false, label: t('rejected') },
              ]}
            />
          </Form.Item>
          <Form.Item name="answer" label={t('field.answer')}>
            <LongText rows={4} max={2000} />
          </Form.Item>
        </FormDialog>
      ) : null}
    </>
  );
}

/** 异议 to the decision, while it is before the public. */
function ObjectionForm({ challengeId }: { challengeId: string }) {
  const { t } = useTranslation('challengeTasks');
  return (
    <SharedForm
      schema={challengeObjection}
      keptAs={`objection ${challengeId}`}
      subject={{ challengeId }}
      send={async (input) => {
        const receipt = await objectTo(input);
        await refreshTasks();
        return receipt;
      }}
      words={{
        title: t('objectTitle'),
        hint: t('objectHint'),
        submit: t('object'),
        received: (receipt) => t('received', { receipt }),
        receivedHint: t('receivedHint'),
        label: (field) => t(`field.${field}`),
      }}
    />
  );
}
