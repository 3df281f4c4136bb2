import { App, Button, Checkbox, Form, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { savedSearch } from '@jihui/domain';
import { ZodForm } from '@jihui/ui';
import { ShortText } from '../../lib/limited-text.js';
import { issueSentence, refusalOf } from '../../lib/sentences.js';
import { saveSearch } from './alerts.api.js';

/** Keeps the search as it stands in the address, under a name. */
export function SaveSearch({ address, text }: { address: string; text: string }) {
  const { t } = useTranslation(['alerts', 'common']);
  const { message } = App.useApp();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('saveSearch')}
      </Button>
      <Modal open={isOpen} title={t('saveTitle')} footer={null} onCancel={() => setOpen(false)} width={440} destroyOnHidden>
        <ZodForm
          schema={savedSearch}
          keptAs={`search ${address}`}
          initialValues={{ name: (text || t('anything')).slice(0, 60), address, mail: true }}
          submitText={t('keep')}
          summaryTitle={t('common:formErrorsTitle')}
          labelOf={(path) => (path === 'name' ? t('name') : path)}
          refusalOf={refusalOf}
          sentenceOf={issueSentence}
          onSubmit={async (input) => {
            await saveSearch(input);
            setOpen(false);
            void message.success(t('kept'));
          }}
        >
          <Form.Item name="name" label={t('name')}>
            <ShortText max={60} />
          </Form.Item>
          <Form.Item name="mail" valuePropName="checked">
            <Checkbox>{t('mailField')}</Checkbox>
          </Form.Item>
        </ZodForm>
      </Modal>
    </>
  );
}
