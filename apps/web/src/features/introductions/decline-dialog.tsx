import { Button, Form, Modal, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { DeclineReason, introductionDecline } from '@jihui/domain';
import { ZodForm } from '@jihui/ui';
import { LongText } from '../../lib/limited-text.js';
import { issueSentence, refusalOf } from '../../lib/sentences.js';
import { declineIntroduction, refreshTalks, type Introduction } from './introductions.api.js';

/** One of ten reasons, and words where they help: the other side learns from it. */
export function DeclineDialog({ introduction, onClose }: { introduction: Introduction | null; onClose: () => void }) {
  const { t } = useTranslation(['introductions', 'common']);
  return (
    <Modal open={introduction !== null} title={t('decline.title')} footer={null} onCancel={onClose} width={560} destroyOnHidden>
      <p className="muted">{t('decline.hint')}</p>
      {introduction ? (
        <ZodForm
          schema={introductionDecline}
          keptAs={`decline ${introduction.id}`}
          initialValues={{ id: introduction.id, version: introduction.version, note: '' }}
          onSubmit={async ({ id, version, reason, note }) => {
            await declineIntroduction({ id, version }, reason, note || null);
            onClose();
            await refreshTalks();
          }}
          refusalOf={refusalOf}
          sentenceOf={issueSentence}
          labelOf={(path) => t(`field.${path}` as 'field.reason')}
          summaryTitle={t('common:formErrorsTitle')}
          submitText={t('decline.submit')}
          extraActions={<Button onClick={onClose}>{t('common:cancel')}</Button>}
        >
          <Form.Item name="reason" label={t('field.reason')}>
            <Radio.Group
              className="decline-reasons"
              options={DeclineReason.options.map((value) => ({ value, label: t(`reason.${value}`) }))}
            />
          </Form.Item>
          <Form.Item name="note" label={t('field.note')} extra={t('decline.noteHelp')}>
            <LongText rows={3} max={500} />
          </Form.Item>
        </ZodForm>
      ) : null}
    </Modal>
  );
}
