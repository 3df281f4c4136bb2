import { MoreOutlined } from '@ant-design/icons';
import { App, Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { reservedRoles, type Role } from '@jihui/domain';
import { errorSentence } from '../../lib/sentences.js';
import { disableMember, enableMember, refreshAll, remindInvitation, type Member } from './accounts.api.js';

type Props = { member: Member; roles: readonly Role[]; isSelf: boolean; onChangeRoles: () => void };

/** What can be done with one member. Who holds a role over the whole system is managed by the system administrator. */
export function MemberActions({ member, roles, isSelf, onChangeRoles }: Props) {
  const { t } = useTranslation(['accounts', 'common']);
  const { message, modal } = App.useApp();
  const isBeyond = member.roles.some((role) => reservedRoles.includes(role) && !roles.includes(role));
  const run = async (step: () => Promise<unknown>, done: string) => {
    try {
      await step();
      void message.success(done);
    } catch (refused) {
      void message.error(errorSentence(refused));
    }
    await refreshAll();
  };
  const disable = () =>
    modal.confirm({
      title: t('members.disableAsk', { name: member.name }),
      content: t('members.disableText'),
      okText: t('members.disable'),
      okButtonProps: { danger: true },
      cancelText: t('common:cancel'),
      onOk: () => run(() => disableMember(member), t('members.disabled')),
    });
  const items = [
    ...(member.status === 'INVITED'
      ? [{ key: 'remind', label: t('members.remind'), onClick: () => void run(() => remindInvitation(member.id), t('members.reminded')) }]
      : []),
    ...(member.status !== 'DISABLED' && roles.length > 1
      ? [{ key: 'roles', label: t('members.changeRoles'), onClick: onChangeRoles }]
      : []),
    ...(member.status === 'DISABLED'
      ? [{ key: 'enable', label: t('members.enable'), onClick: () => void run(() => enableMember(member), t('members.enabled')) }]
      : []),
    ...(member.status !== 'DISABLED' && !isSelf
      ? [{ key: 'disable', label: t('members.disable'), danger: true, onClick: () => void disable() }]
      : []),
  ];
  if (isBeyond || !items.length) return null;
  return (
    <Dropdown trigger={['click']} menu={{ items }}>
      <Button type="text" icon={<MoreOutlined />} aria-label={t('members.more', { name: member.name })} aria-haspopup="menu" />
    </Dropdown>
  );
}
