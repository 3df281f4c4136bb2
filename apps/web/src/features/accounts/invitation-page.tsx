import { useQuery } from '@tanstack/react-query';
import { Alert, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { invitationAcceptance } from '@jihui/domain';
import { Facts, Loading, ZodForm } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { usePageTitle } from '../../app/page-title.js';
import { ApiError } from '../../lib/api.js';
import { acceptInvitation, accountKeys, getInvitation, refreshAll } from './accounts.api.js';
import { useFormWords } from './form-words.js';
import { NarrowPage } from './narrow-page.js';

/** Who has an invitation's link sees who invites him, and joins. */
export function InvitationPage() {
  const { t } = useTranslation(['accounts', 'codes']);
  const words = useFormWords();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const token = params.get('token') ?? '';
  const { data, error, refetch } = useQuery({
    queryKey: accountKeys.invitation(token),
    queryFn: () => getInvitation(token),
    retry: false,
    staleTime: Infinity,
  });
  const title = data ? t('invitation.title', { organisation: data.organisationName }) : undefined;
  usePageTitle(title);
  if (error instanceof ApiError && error.code === 'LINK_EXPIRED') {
    return (
      <NarrowPage title={t('invitation.expiredTitle')} below={<Link to="/login">{t('login.submit')}</Link>}>
        <Alert type="warning" showIcon title={t('invitation.expiredText')} />
      </NarrowPage>
    );
  }
  if (error) return <FailedToLoad error={error} retry={() => void refetch()} />;
  if (!data || !title) return <Loading />;
  return (
    <NarrowPage title={title} text={t('invitation.text', { organisation: data.organisationName })}>
      <div style={{ marginBottom: 16 }}>
        <Facts
          items={[
            { label: t('invitation.name'), value: data.name },
            { label: t('invitation.email'), value: data.email },
            { label: t('invitation.roles'), value: data.roles.map((role) => t(`codes:role.${role}`)).join('、') },
          ]}
        />
      </div>
      <ZodForm
        {...words}
        schema={invitationAcceptance}
        keptAs={null}
        initialValues={{ token }}
        submitText={t('invitation.submit')}
        labelOf={(path) => (path === 'phone' ? t('invitation.phone') : t('invitation.password'))}
        onSubmit={async (input) => {
          await acceptInvitation(input);
          await navigate('/home', { replace: true });
          await refreshAll();
        }}
      >
        {/* The password manager keeps the new password under this name. */}
        <input type="text" autoComplete="username" value={data.email} readOnly hidden aria-hidden />
        <Form.Item name="phone" label={t('invitation.phone')} extra={t('invitation.phoneHint')}>
          <Input type="tel" autoComplete="tel" inputMode="tel" />
        </Form.Item>
        <Form.Item name="password" label={t('invitation.password')} extra={t('passwordHint')}>
          <Input.Password autoComplete="new-password" />
        </Form.Item>
      </ZodForm>
    </NarrowPage>
  );
}
