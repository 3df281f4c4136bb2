import { Button, Form, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { objectionAnswer } from '@jihui/domain';
import { Panel, StatusTag, ZodForm } from '@jihui/ui';
import { moment } from '../../lib/format.js';
import { LongText } from '../../lib/limited-text.js';
import { issueSentence, refusalOf } from '../../lib/sentences.js';
import { answerObjection, refreshNotices, type Notice, type Objection } from './notices.api.js';

/** Objections and their answers; the owner answers here. Who objected is shown to the branch alone. */
export function NoticeObjections({ notice }: { notice: Notice }) {
  const { t } = useTranslation('notices');
  const [answering, setAnswering] = useState<Objection | null>(null);
  if (!notice.objections.length) return null;
  return (
    <Panel title={t('objections', { count: notice.objections.length })}>
      <ul className="plain-list" style={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 16 }}>
        {notice.objections.map((o) => (
          <li key={o.id}>
            <div style={{ display: 'flex', gap: 8, flexWrap: 'wrap', alignItems: 'center' }}>
              <strong className="num">{o.receipt}</strong>
              <span className="muted num">{moment(o.createdAt)}</span>
              {o.answeredAt ? (
                <StatusTag tone={o.upheld ? 'attention' : 'neutral'}>{t(o.upheld ? 'upheld' : 'rejected')}</StatusTag>
              ) : (
                <StatusTag tone="attention">{t('open')}</StatusTag>
              )}
              {o.name ? <span>{`${o.name} ${o.contact ?? ''}`}</span> : null}
            </div>
            <p style={{ margin: '4px 0', whiteSpace: 'pre-line' }}>{o.text}</p>
            {o.answer ? (
              <blockquote style={{ margin: 0, paddingInlineStart: 12, borderInlineStart: '3px solid #d5dbe5', whiteSpace: 'pre-line' }}>
                {`${t('answer')}：${o.answer}`}
              </blockquote>
            ) : notice.availableActions.includes('answer') ? (
              <Button className="no-print" onClick={() => setAnswering(o)}>
                {t('answerIt')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <AnswerDialog objection={answering} onClose={() => setAnswering(null)} />
    </Panel>
  );
}

function AnswerDialog({ objection, onClose }: { objection: Objection | null; onClose: () => void }) {
  const { t } = useTranslation(['notices', 'common']);
  return (
    <Modal open={objection !== null} title={t('answerIt')} footer={null} onCancel={onClose} destroyOnHidden>
      <p className="muted">{t('answerHint')}</p>
      {objection ? (
        <ZodForm
          schema={objectionAnswer}
          keptAs={`answer ${objection.id}`}
          initialValues={{ id: objection.id, version: objection.version, answer: '' }}
          onSubmit={async (input) => {
            await answerObjection(input);
            onClose();
            await refreshNotices();
          }}
          refusalOf={refusalOf}
          sentenceOf={issueSentence}
          labelOf={(path) => t(`answerField.${path}` as 'answerField.answer')}
          summaryTitle={t('common:formErrorsTitle')}
          submitText={t('publishAnswer')}
          extraActions={<Button onClick={onClose}>{t('common:cancel')}</Button>}
        >
          <Form.Item name="upheld" label={t('answerField.upheld')}>
            <Radio.Group
              options={[
                { value: true, label: t('upheld') },
                { value: false, label: t('rejected') },
              ]}
            />
          </Form.Item>
          <Form.Item name="answer" label={t('answerField.answer')}>
            <LongText rows={5} max={2000} />
          </Form.Item>
        </ZodForm>
      ) : null}
    </Modal>
  );
}
