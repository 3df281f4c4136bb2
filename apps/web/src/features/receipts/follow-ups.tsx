import { Button, Form, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { followUpDone, shanghaiDay } from '@jihui/domain';
import { DayInput, EmptyState, Panel, StatusTag, ZodForm } from '@jihui/ui';
import { useSession } from '../../app/session.js';
import { Citations } from '../../lib/explained-lines.js';
import { DueTag } from '../../lib/light.js';
import { ShortText } from '../../lib/limited-text.js';
import { issueSentence, refusalOf } from '../../lib/sentences.js';
import { UploadOne } from '../../lib/upload-field.js';
import { finishFollowUp, refreshMoney, type FollowUp, type MoneyContract } from './receipts.api.js';

/** 后续事项: what the law leaves to do, until when and by which rule; done with its proof. */
export function FollowUps({ contract: c }: { contract: MoneyContract }) {
  const { t } = useTranslation('aftercare');
  const { me, can } = useSession();
  const [doing, setDoing] = useState<FollowUp | null>(null);
  const own = me?.organisation?.id;
  const isMine = (task: FollowUp) => can('followUp.write') && own === (task.kind === 'TAX_NOTICE' ? c.branch?.id : c.seller.id);
  return (
    <Panel title={t('money.followUps')}>
      {c.followUps.length ? (
        <ul style={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 12 }}>
          {c.followUps.map((task) => (
            <li key={task.id}>
              <strong>{t(`money.followUp.${task.kind}`)}</strong>{' '}
              {task.doneOn ? <StatusTag tone="good">{t('money.done', { day: task.doneOn })}</StatusTag> : <DueTag dueOn={task.dueOn} light={task.light} />}
              {!task.doneOn && isMine(task) ? (
                <Button type="link" size="small" onClick={() => setDoing(task)}>
                  {t('money.finish')}
                </Button>
              ) : null}
              <div className="muted">
                {task.note ?? t(`money.followUpHelp.${task.kind}`)} {task.fileId ? <a href={`/files/${task.fileId}`}>{t('money.proof')}</a> : null}
              </div>
              {task.rule ? <Citations rules={[task.rule]} /> : null}
            </li>
          ))}
        </ul>
      ) : (
        <EmptyState text={t('money.noFollowUps')} />
      )}
      {doing ? <DoneDialog task={doing} onDone={() => setDoing(null)} /> : null}
    </Panel>
  );
}

function DoneDialog({ task, onDone }: { task: FollowUp; onDone: () => void }) {
  const { t } = useTranslation(['aftercare', 'common']);
  return (
    <Modal open title={t(`money.followUp.${task.kind}`)} footer={null} onCancel={onDone} destroyOnHidden>
      <ZodForm
        schema={followUpDone}
        keptAs={`follow-up ${task.id}`}
        initialValues={{ id: task.id, version: task.version, doneOn: shanghaiDay(new Date()), note: '' }}
        onSubmit={async (input) => {
          await finishFollowUp(input);
          onDone();
          await refreshMoney();
        }}
        refusalOf={refusalOf}
        sentenceOf={issueSentence}
        labelOf={(path) => t(`money.field.${path}` as 'money.field.doneOn')}
        summaryTitle={t('common:formErrorsTitle')}
        submitText={t('money.finish')}
      >
        <Form.Item name="doneOn" label={t('money.field.doneOn')}>
          <DayInput />
        </Form.Item>
        <Form.Item name="note" label={t('money.field.doneNote')} extra={t('money.doneHelp')}>
          <ShortText max={300} />
        </Form.Item>
        <Form.Item name="fileId" label={t('money.field.fileId')}>
          <UploadOne />
        </Form.Item>
      </ZodForm>
    </Modal>
  );
}
