import { Alert, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { passwordReset } from '@jihui/domain';
import { ZodForm } from '@jihui/ui';
import { usePageTitle } from '../../app/page-title.js';
import { refreshAll, resetPassword } from './accounts.api.js';
import { useFormWords } from './form-words.js';
import { NarrowPage } from './narrow-page.js';

export function PasswordResetPage() {
  const { t } = useTranslation('accounts');
  usePageTitle(t('reset.title'));
  const words = useFormWords();
  const [params] = useSearchParams();
  const [isDone, setDone] = useState(false);
  const token = params.get('token') ?? '';
  const again = <Link to="/password/forgotten">{t('reset.again')}</Link>;
  if (isDone) {
    return (
      <NarrowPage title={t('reset.doneTitle')}>
        <Alert type="success" showIcon title={t('reset.doneText')} style={{ marginBottom: 16 }} />
        <Link to="/login">{t('login.submit')}</Link>
      </NarrowPage>
    );
  }
  if (!passwordReset.shape.token.safeParse(token).success) {
    return (
      <NarrowPage title={t('reset.title')} below={again}>
        <Alert type="warning" showIcon title={t('reset.noToken')} />
      </NarrowPage>
    );
  }
  return (
    <NarrowPage title={t('reset.title')} text={t('reset.text')} below={again}>
      <ZodForm
        {...words}
        schema={passwordReset}
        keptAs={null}
        initialValues={{ token }}
        submitText={t('reset.submit')}
        labelOf={() => t('reset.password')}
        onSubmit={async (input) => {
          await resetPassword(input);
          setDone(true);
          await refreshAll();
        }}
      >
        <Form.Item name="password" label={t('reset.password')} extra={t('passwordHint')}>
          <Input.Password autoComplete="new-password" autoFocus />
        </Form.Item>
      </ZodForm>
    </NarrowPage>
  );
}
