import { Form, Modal, Radio, type InputRef } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { expertOpinion } from '@jihui/domain';
import { ZodForm } from '@jihui/ui';
import { LongText, ShortText } from '../../lib/limited-text.js';
import { issueSentence, refusalOf } from '../../lib/sentences.js';
import { hearExpert, refreshMatters } from './matters.api.js';

/** What one expert said. Whether he supports the registration is not guessed beforehand. */
export function HearExpertDialog({ contractId, onDone }: { contractId: string; onDone: () => void }) {
  const { t } = useTranslation(['aftercare', 'common']);
  const name = useRef<InputRef>(null);
  return (
    <Modal open title={t('hear')} footer={null} onCancel={onDone} afterOpenChange={(isOpen) => (isOpen ? name.current?.focus() : undefined)} destroyOnHidden>
      <ZodForm
        schema={expertOpinion}
        keptAs={`expert ${contractId}`}
        initialValues={{ contractId, name: '', unit: '', opinion: '' }}
        onSubmit={async (input) => {
          await hearExpert(input);
          onDone();
          await refreshMatters();
        }}
        refusalOf={refusalOf}
        sentenceOf={issueSentence}
        labelOf={(path) => t(`field.${path === 'opinion' ? 'expertOpinion' : path}` as 'field.name')}
        summaryTitle={t('common:formErrorsTitle')}
        submitText={t('hear')}
      >
        <Form.Item name="name" label={t('field.name')}>
          <ShortText ref={name} max={40} />
        </Form.Item>
        <Form.Item name="unit" label={t('field.unit')}>
          <ShortText max={80} />
        </Form.Item>
        <Form.Item name="supports" label={t('field.supports')}>
          <Radio.Group
            options={[
              { value: true, label: t('supports.yes') },
              { value: false, label: t('supports.no') },
            ]}
          />
        </Form.Item>
        <Form.Item name="opinion" label={t('field.expertOpinion')}>
          <LongText autoSize={{ minRows: 3, maxRows: 10 }} max={2000} />
        </Form.Item>
      </ZodForm>
    </Modal>
  );
}
