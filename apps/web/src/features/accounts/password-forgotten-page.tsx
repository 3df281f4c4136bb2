import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { passwordForgotten } from '@jihui/domain';
import { ZodForm } from '@jihui/ui';
import { usePageTitle } from '../../app/page-title.js';
import { requestPasswordReset } from './accounts.api.js';
import { useFormWords } from './form-words.js';
import { NarrowPage } from './narrow-page.js';

export function PasswordForgottenPage() {
  const { t } = useTranslation('accounts');
  usePageTitle(t('forgotten.title'));
  const words = useFormWords();
  const [sentTo, setSentTo] = useState<string | null>(null);
  if (sentTo) {
    return (
      <NarrowPage title={t('forgotten.sentTitle')}>
        <Alert type="info" showIcon title={t('forgotten.sentText', { email: sentTo })} style={{ marginBottom: 16 }} />
        <Button onClick={() => setSentTo(null)} style={{ marginInlineEnd: 12 }}>
          {t('forgotten.again')}
        </Button>
        <Link to="/login">{t('forgotten.toLogin')}</Link>
      </NarrowPage>
    );
  }
  return (
    <NarrowPage title={t('forgotten.title')} text={t('forgotten.text')} below={<Link to="/login">{t('forgotten.toLogin')}</Link>}>
      <ZodForm
        {...words}
        schema={passwordForgotten}
        keptAs={null}
        submitText={t('forgotten.submit')}
        labelOf={() => t('login.email')}
        onSubmit={async ({ email }) => {
          await requestPasswordReset(email);
          setSentTo(email);
        }}
      >
        <Form.Item name="email" label={t('login.email')}>
          <Input type="email" autoComplete="username" autoFocus inputMode="email" />
        </Form.Item>
      </ZodForm>
    </NarrowPage>
  );
}
