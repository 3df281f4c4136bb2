import { Form, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { nationalNoEntry } from '@jihui/domain';
import { ZodForm } from '@jihui/ui';
import { ShortText } from '../../lib/limited-text.js';
import { issueSentence, refusalOf } from '../../lib/sentences.js';
import { enterNationalNo, refreshMatters, type AfterContract } from './matters.api.js';

/** The number that the national system has given. */
export function NationalNoDialog({ contract: c, onDone }: { contract: AfterContract; onDone: () => void }) {
  const { t } = useTranslation(['aftercare', 'common']);
  return (
    <Modal open title={t('enterNationalNo')} footer={null} onCancel={onDone} destroyOnHidden>
      <ZodForm
        schema={nationalNoEntry}
        keptAs={`national-no ${c.id} ${c.version}`}
        initialValues={{ id: c.id, version: c.version, nationalNo: c.nationalNo ?? '' }}
        onSubmit={async ({ nationalNo }) => {
          await enterNationalNo(c, nationalNo);
          onDone();
          await refreshMatters();
        }}
        refusalOf={refusalOf}
        sentenceOf={issueSentence}
        labelOf={() => t('field.nationalNo')}
        summaryTitle={t('common:formErrorsTitle')}
        submitText={t('enterNationalNo')}
      >
        <Form.Item name="nationalNo" label={t('field.nationalNo')} extra={t('nationalNoHelp')}>
          <ShortText inputMode="numeric" max={20} className="num" autoFocus />
        </Form.Item>
      </ZodForm>
    </Modal>
  );
}
