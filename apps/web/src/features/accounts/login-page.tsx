import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useSearchParams } from 'react-router';
import { login } from '@jihui/domain';
import { ZodForm } from '@jihui/ui';
import { usePageTitle } from '../../app/page-title.js';
import { useSession } from '../../app/session.js';
import { refreshAll, signIn } from './accounts.api.js';
import { useFormWords } from './form-words.js';
import { NarrowPage } from './narrow-page.js';
import { nextPath } from './next-path.js';

export function LoginPage() {
  const { t } = useTranslation('accounts');
  usePageTitle(t('login.title'));
  const words = useFormWords();
  const { me } = useSession();
  const [params] = useSearchParams();
  if (me) return <Navigate to={nextPath(params.get('next'))} replace />;
  const below = (
    <>
      <div>
        {t('login.noAccount')}
        <Link to="/signup" style={{ textDecoration: 'underline' }}>
          {t('login.signUp')}
        </Link>
      </div>
      <div>{t('login.colleague')}</div>
    </>
  );
  return (
    <NarrowPage title={t('login.title')} text={params.get('next') ? t('login.next') : undefined} below={below}>
      <ZodForm
        {...words}
        schema={login}
        keptAs={null}
        submitText={t('login.submit')}
        labelOf={(path) => (path === 'email' ? t('login.email') : t('login.password'))}
        onSubmit={async (input) => {
          await signIn(input);
          await refreshAll();
        }}
        extraActions={
          <Link to="/password/forgotten" style={{ alignSelf: 'center', marginInlineStart: 8 }}>
            {t('login.forgotten')}
          </Link>
        }
      >
        <Form.Item name="email" label={t('login.email')}>
          <Input type="email" autoComplete="username" autoFocus inputMode="email" />
        </Form.Item>
        <Form.Item name="password" label={t('login.password')}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
      </ZodForm>
    </NarrowPage>
  );
}
