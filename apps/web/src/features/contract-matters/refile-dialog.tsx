import { Alert, Form, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { matterRefiling } from '@jihui/domain';
import { ZodForm } from '@jihui/ui';
import { LongText } from '../../lib/limited-text.js';
import { issueSentence, refusalOf } from '../../lib/sentences.js';
import { UploadField } from '../../lib/upload-field.js';
import { matterSteps, type Matter } from './matters.api.js';

/** A returned matter again: with what was missing in words, and the papers that were asked for. */
export function RefileDialog({ matter: m, onCancel, onDone }: { matter: Matter; onCancel: () => void; onDone: () => Promise<void> }) {
  const { t } = useTranslation(['aftercare', 'common']);
  return (
    <Modal open title={t('action.refile')} footer={null} onCancel={onCancel} width={600} destroyOnHidden>
      {m.opinion ? <Alert type="warning" showIcon title={t('opinion')} description={m.opinion} style={{ marginBottom: 12 }} /> : null}
      <ZodForm
        schema={matterRefiling}
        keptAs={`refile ${m.id}`}
        initialValues={{ id: m.id, version: m.version, reason: m.reason, fileIds: [] }}
        onSubmit={async (input) => {
          await matterSteps.refile(input);
          await onDone();
        }}
        refusalOf={refusalOf}
        sentenceOf={issueSentence}
        labelOf={(path) => t(`field.${path}` as 'field.reason')}
        summaryTitle={t('common:formErrorsTitle')}
        submitText={t('file')}
      >
        <Form.Item name="reason" label={t('field.reason')}>
          <LongText autoSize={{ minRows: 3, maxRows: 8 }} max={1000} counted />
        </Form.Item>
        <Form.Item name="fileIds" label={t('field.fileIds')} extra={m.files.length ? t('filesBefore', { count: m.files.length }) : undefined}>
          <UploadField />
        </Form.Item>
      </ZodForm>
    </Modal>
  );
}
