import { Alert, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { noticeObjection } from '@jihui/domain';
import { Panel, ZodForm } from '@jihui/ui';
import { issueSentence, refusalOf } from '../../lib/sentences.js';
import { objectToNotice, refreshNotices } from './notices.api.js';

/** Anybody may object, without an account; what he keeps is the receipt number. */
export function ObjectionForm({ noticeId }: { noticeId: string }) {
  const { t } = useTranslation(['notices', 'common']);
  const [receipt, setReceipt] = useState<string | null>(null);
  return (
    <div className="no-print">
      <Panel title={t('objectTitle')} id="object">
        {receipt ? (
          <Alert type="success" showIcon title={t('received', { receipt })} description={t('receivedHint')} />
        ) : (
          <>
            <p className="muted">{t('objectHint')}</p>
            <ZodForm
              schema={noticeObjection}
              initialValues={{ noticeId, name: '', contact: '', text: '' }}
              onSubmit={async (input) => {
                setReceipt(await objectToNotice(input));
                await refreshNotices();
              }}
              refusalOf={refusalOf}
              sentenceOf={issueSentence}
              labelOf={(path) => t(`objectField.${path}` as 'objectField.text')}
              summaryTitle={t('common:formErrorsTitle')}
              submitText={t('object')}
            >
              <Form.Item name="text" label={t('objectField.text')}>
                <Input.TextArea rows={4} maxLength={2000} />
              </Form.Item>
              <div style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(200px, 1fr))', columnGap: 16 }}>
                <Form.Item name="name" label={t('objectField.name')}>
                  <Input maxLength={40} autoComplete="name" />
                </Form.Item>
                <Form.Item name="contact" label={t('objectField.contact')}>
                  <Input maxLength={80} />
                </Form.Item>
              </div>
            </ZodForm>
          </>
        )}
      </Panel>
    </div>
  );
}
