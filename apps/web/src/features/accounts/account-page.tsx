import { useQuery } from '@tanstack/react-query';
import { App, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ownAccountEdit, passwordChange } from '@jihui/domain';
import { Facts, Loading, PageFrame, Panel, ZodForm } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { usePageTitle } from '../../app/page-title.js';
import { accountKeys, changePassword, editOwnAccount, getOwnAccount, refreshAll, type OwnAccount } from './accounts.api.js';
import { useFormWords } from './form-words.js';
import { SessionsPanel } from './sessions-panel.js';

/** One's own data, password and signed-in devices. */
export function AccountPage() {
  const { t } = useTranslation('accounts');
  usePageTitle(t('account.title'));
  const { data: me, error, refetch } = useQuery({ queryKey: accountKeys.own, queryFn: getOwnAccount });
  if (error) return <FailedToLoad error={error} retry={() => void refetch()} />;
  if (!me) return <Loading />;
  return (
    <PageFrame title={t('account.title')} aside={<Membership me={me} />}>
      <OwnData key={me.version} me={me} />
      <SessionsPanel />
      <PasswordPanel email={me.email} />
    </PageFrame>
  );
}

function Membership({ me }: { me: OwnAccount }) {
  const { t } = useTranslation(['accounts', 'codes']);
  return (
    <Panel>
      <Facts
        items={[
          {
            label: t('account.organisation'),
            value: me.organisation ? <Link to={`/organisations/${me.organisation.id}`}>{me.organisation.name}</Link> : null,
          },
          { label: t('account.roles'), value: me.roles.map((role) => <div key={role}>{t(`codes:role.${role}`)}</div>) },
          { label: t('account.email'), value: me.email },
        ]}
      />
      <p className="muted" style={{ marginBottom: 0, fontSize: 13 }}>
        {t('account.emailHint')}
      </p>
    </Panel>
  );
}

function OwnData({ me }: { me: OwnAccount }) {
  const { t } = useTranslation('accounts');
  const { message } = App.useApp();
  const words = useFormWords();
  return (
    <Panel title={t('account.own')}>
      <div style={{ maxWidth: 360 }}>
        <ZodForm
          {...words}
          schema={ownAccountEdit}
          keptAs={`account ${me.version}`}
          initialValues={{ name: me.name, phone: me.phone ?? '' }}
          submitText={t('account.save')}
          labelOf={(path) => (path === 'phone' ? t('account.phone') : t('account.name'))}
          onSubmit={async (input) => {
            await editOwnAccount(me.version, input);
            await refreshAll();
            void message.success(t('account.saved'));
          }}
        >
          <Form.Item name="name" label={t('account.name')}>
            <Input autoComplete="name" />
          </Form.Item>
          <Form.Item name="phone" label={t('account.phone')} extra={t('invitation.phoneHint')}>
            <Input type="tel" autoComplete="tel" inputMode="tel" />
          </Form.Item>
        </ZodForm>
      </div>
    </Panel>
  );
}

function PasswordPanel({ email }: { email: string }) {
  const { t } = useTranslation('accounts');
  const { message } = App.useApp();
  const words = useFormWords();
  const [form] = Form.useForm();
  return (
    <Panel title={t('account.password')}>
      <div style={{ maxWidth: 360 }}>
        <ZodForm
          {...words}
          form={form}
          schema={passwordChange}
          keptAs={null}
          submitText={t('account.changePassword')}
          labelOf={(path) => (path === 'newPassword' ? t('account.newPassword') : t('account.currentPassword'))}
          onSubmit={async (input) => {
            await changePassword(input);
            form.resetFields();
            await refreshAll();
            void message.success(t('account.passwordChanged'));
          }}
        >
          <input type="text" autoComplete="username" value={email} readOnly hidden aria-hidden />
          <Form.Item name="currentPassword" label={t('account.currentPassword')}>
            <Input.Password autoComplete="current-password" />
          </Form.Item>
          <Form.Item name="newPassword" label={t('account.newPassword')} extra={t('passwordHint')}>
            <Input.Password autoComplete="new-password" />
          </Form.Item>
        </ZodForm>
      </div>
    </Panel>
  );
}
