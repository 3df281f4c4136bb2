import { Alert, Form, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { contractRevocation, groundsOf, matterFiling, type MatterKind } from '@jihui/domain';
import { ZodForm } from '@jihui/ui';
import { LongText } from '../../lib/limited-text.js';
import { issueSentence, refusalOf } from '../../lib/sentences.js';
import { fileMatter, proposeRevocation } from './matters.api.js';
import { UploadField } from '../../lib/upload-field.js';

export type FiledKind = Exclude<MatterKind, 'CHANGE'>;
type Props = { contractId: string; kind: FiledKind; onDone: (matterId: string | null) => void };
const words = { PERFORMANCE: 'performance', DEREGISTRATION: 'deregistration', REVIEW: 'review', REVOCATION: 'revocation' } as const;

/** Why a registration ends, is performed, is looked at again or taken back, with its papers. */
export function FilingDialog({ contractId, kind, onDone }: Props) {
  const { t } = useTranslation(['aftercare', 'common']);
  const grounds = groundsOf[kind];
  const fields = (
    <>
      {grounds ? (
        <Form.Item name="ground" label={t('field.ground')}>
          <Select options={grounds.map((value) => ({ value, label: t(`ground.${value}`) }))} />
        </Form.Item>
      ) : null}
      <Form.Item name="reason" label={t('field.reason')}>
        <LongText autoSize={{ minRows: 3, maxRows: 8 }} max={1000} counted />
      </Form.Item>
      <Form.Item name="fileIds" label={t('field.fileIds')}>
        <UploadField />
      </Form.Item>
    </>
  );
  const shared = {
    keptAs: `${kind} ${contractId}`,
    initialValues: { contractId, kind, reason: '', fileIds: [] },
    refusalOf,
    sentenceOf: issueSentence,
    labelOf: (path: string) => t(`field.${path}` as 'field.reason'),
    summaryTitle: t('common:formErrorsTitle'),
    submitText: t('file'),
  };
  return (
    <Modal open title={t(words[kind])} footer={null} onCancel={() => onDone(null)} width={600} destroyOnHidden>
      <Alert type={kind === 'REVOCATION' ? 'warning' : 'info'} showIcon title={t(`${words[kind]}Hint`)} style={{ marginBottom: 12 }} />
      {kind === 'REVOCATION' ? (
        <ZodForm {...shared} schema={contractRevocation} onSubmit={async (input) => onDone(await proposeRevocation(input))}>
          {fields}
        </ZodForm>
      ) : (
        <ZodForm {...shared} schema={matterFiling} onSubmit={async (input) => onDone(await fileMatter(input))}>
          {fields}
        </ZodForm>
      )}
    </Modal>
  );
}
