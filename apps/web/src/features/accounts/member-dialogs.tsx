import { App, Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { invitation, memberRoles, type Role } from '@jihui/domain';
import { ZodForm } from '@jihui/ui';
import { changeRoles, inviteMember, refreshAll, type Member } from './accounts.api.js';
import { useFormWords } from './form-words.js';
import { RoleChoice } from './role-choice.js';

type Choice = { roles: readonly Role[]; onClose: () => void };

/** Asks for a colleague's mail, name and roles; the rest he sets himself. */
export function InviteDialog({ open, organisationId, roles, onClose }: Choice & { open: boolean; organisationId: string | null }) {
  const { t } = useTranslation('accounts');
  const { message } = App.useApp();
  const words = useFormWords();
  const labels: Record<string, string> = { name: t('members.name'), email: t('members.email'), roles: t('members.roles') };
  return (
    <Modal open={open} title={t('members.invite')} footer={null} onCancel={onClose} destroyOnHidden>
      <p className="muted" style={{ marginTop: 0 }}>
        {t('members.inviteHint')}
      </p>
      <ZodForm
        {...words}
        schema={invitation}
        keptAs={`invitation ${organisationId ?? ''}`}
        initialValues={{ roles: roles.slice(0, 1) }}
        submitText={t('members.inviteSubmit')}
        labelOf={(path) => labels[path.split('.')[0] ?? ''] ?? path}
        onSubmit={async (input) => {
          await inviteMember(input, organisationId);
          onClose();
          await refreshAll();
          void message.success(t('members.invited', { email: input.email }));
        }}
      >
        <Form.Item name="name" label={labels['name']}>
          <Input autoComplete="off" autoFocus />
        </Form.Item>
        <Form.Item name="email" label={labels['email']}>
          <Input type="email" autoComplete="off" inputMode="email" />
        </Form.Item>
        <Form.Item name="roles" label={labels['roles']}>
          <RoleChoice roles={roles} label={t('members.roles')} />
        </Form.Item>
      </ZodForm>
    </Modal>
  );
}

/** Changes what a member may do. Roles that one may not give stay as they are. */
export function RolesDialog({ member, roles, onClose }: Choice & { member: Member | null }) {
  const { t } = useTranslation('accounts');
  const { message } = App.useApp();
  const words = useFormWords();
  const kept = member?.roles.filter((role) => !roles.includes(role)) ?? [];
  return (
    <Modal
      open={member !== null}
      title={member ? t('members.changeRolesOf', { name: member.name }) : ''}
      footer={null}
      onCancel={onClose}
      destroyOnHidden
    >
      {member ? (
        <ZodForm
          {...words}
          schema={memberRoles}
          keptAs={`roles ${member.id} ${member.version}`}
          initialValues={{ roles: member.roles.filter((role) => roles.includes(role)) }}
          submitText={t('members.changeRoles')}
          labelOf={() => t('members.roles')}
          onSubmit={async (input) => {
            await changeRoles(member, [...input.roles, ...kept]);
            onClose();
            await refreshAll();
            void message.success(t('members.rolesChanged'));
          }}
        >
          <Form.Item name="roles">
            <RoleChoice roles={roles} label={t('members.roles')} />
          </Form.Item>
        </ZodForm>
      ) : null}
    </Modal>
  );
}
