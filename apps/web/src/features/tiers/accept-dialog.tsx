import { useQuery } from '@tanstack/react-query';
import { Alert, App, Button, Checkbox, Form, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { ndaAcceptance } from '@jihui/domain';
import { Loading, ZodForm } from '@jihui/ui';
import { ShortText } from '../../lib/limited-text.js';
import { errorSentence, issueSentence, refusalOf } from '../../lib/sentences.js';
import { acceptNda, getDraft, refOf, refreshTiers, tierKeys, type ConfidentialPart } from './tiers.api.js';

/** The whole text, its fingerprint, and the acceptance of exactly this text for one's organisation. */
export function AcceptDialog({ part, onClose }: { part: ConfidentialPart; onClose: () => void }) {
  const { t } = useTranslation(['tiers', 'common']);
  const { message } = App.useApp();
  const { data: draft, error } = useQuery({
    queryKey: tierKeys.draft(part.subjectKind, part.subjectId, part.ownerId),
    queryFn: () => getDraft(part),
    staleTime: 0,
  });
  return (
    <Modal open title={t('dialog.title')} footer={null} onCancel={onClose} width={680} destroyOnHidden>
      {error ? <Alert type="error" showIcon title={errorSentence(error)} /> : null}
      {!draft && !error ? <Loading /> : null}
      {draft ? (
        <>
          <div className="nda-text" tabIndex={0} role="document" aria-label={t('dialog.title')}>
            {draft.text}
          </div>
          <p className="muted nda-print num">{`${t('dialog.fingerprint')} ${draft.sha256}`}</p>
          <Alert type="info" title={t('dialog.hint')} style={{ marginBottom: 16 }} />
          <ZodForm
            schema={ndaAcceptance}
            keptAs={`nda ${part.subjectId}`}
            initialValues={{ ...refOf(part), sha256: draft.sha256, purpose: part.wish?.purpose ?? '', isAuthorised: false }}
            onSubmit={async (input) => {
              const { status } = await acceptNda(input);
              void message.success(t(status === 'ACTIVE' ? 'dialog.opened' : 'dialog.waits'));
              onClose();
              await refreshTiers();
            }}
            refusalOf={refusalOf}
            sentenceOf={issueSentence}
            labelOf={(path) => t(`field.${path}` as 'field.purpose')}
            summaryTitle={t('common:formErrorsTitle')}
            submitText={t('dialog.submit')}
            extraActions={<Button onClick={onClose}>{t('common:cancel')}</Button>}
          >
            <Form.Item name="purpose" label={t('dialog.purpose')} extra={t('dialog.purposeHelp')}>
              <ShortText max={300} />
            </Form.Item>
            <Form.Item name="isAuthorised" valuePropName="checked">
              <Checkbox>{t('dialog.authorised')}</Checkbox>
            </Form.Item>
          </ZodForm>
        </>
      ) : null}
    </Modal>
  );
}
