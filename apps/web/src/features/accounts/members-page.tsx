import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Grid, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { grantableRoles } from '@jihui/domain';
import { EmptyState, PageFrame, Panel, StatusTag } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { usePageTitle } from '../../app/page-title.js';
import { useSession } from '../../app/session.js';
import { since } from '../../lib/format.js';
import { useAddress } from '../../lib/use-address.js';
import { accountKeys, getMembers, membersPageSize, type Member } from './accounts.api.js';
import { MemberActions } from './member-actions.js';
import { InviteDialog, RolesDialog } from './member-dialogs.js';
import { memberTone } from './member-status.js';

/** The people of one's organisation; the system administrator opens any organisation's by `?organisation=`. */
export function MembersPage() {
  const { t } = useTranslation(['accounts', 'codes']);
  const { me } = useSession();
  const { params, page, change } = useAddress();
  const organisationId = params.get('organisation');
  const { data, error, refetch } = useQuery({
    queryKey: accountKeys.members(organisationId, page),
    queryFn: () => getMembers(organisationId, page),
    placeholderData: (before) => before,
  });
  const [inviting, setInviting] = useState(false);
  const [changing, setChanging] = useState<Member | null>(null);
  const organisation = data?.items[0]?.organisation ?? (organisationId ? null : me?.organisation) ?? null;
  const isOther = Boolean(organisationId && organisationId !== me?.organisation?.id);
  const title = isOther && organisation ? t('members.titleOf', { organisation: organisation.name }) : t('members.title');
  usePageTitle(title);
  const roles = organisation && me ? grantableRoles(me.roles, organisation.kind) : [];
  const mayInvite = organisation?.status === 'VERIFIED' && roles.length > 0;
  const invite = mayInvite ? (
    <Button type="primary" onClick={() => setInviting(true)}>
      {t('members.invite')}
    </Button>
  ) : null;

  const columns: TableColumnsType<Member> = [
    { title: t('members.name'), key: 'name', render: (_, m) => <Person member={m} isSelf={m.id === me?.id} /> },
    { title: t('members.phone'), key: 'phone', responsive: ['md'], width: 130, render: (_, m) => m.maskedPhone },
    {
      title: t('members.roles'),
      key: 'roles',
      responsive: ['md'],
      render: (_, m) => m.roles.map((role) => t(`codes:role.${role}`)).join('、'),
    },
    {
      title: t('members.status'),
      key: 'status',
      width: 110,
      render: (_, m) => <StatusTag tone={memberTone[m.status]}>{t(`status.${m.status}`)}</StatusTag>,
    },
    {
      title: t('members.lastSignedIn'),
      key: 'last',
      responsive: ['lg'],
      width: 120,
      render: (_, m) => (m.lastSignedInAt ? since(m.lastSignedInAt) : t('members.never')),
    },
    {
      title: t('members.actions'),
      key: 'actions',
      width: 90,
      render: (_, m) => <MemberActions member={m} roles={roles} isSelf={m.id === me?.id} onChangeRoles={() => setChanging(m)} />,
    },
  ];
  return (
    <PageFrame title={title} actions={invite}>
      {error ? <FailedToLoad error={error} retry={() => void refetch()} /> : null}
      {organisation && organisation.status !== 'VERIFIED' ? (
        <Alert type="info" showIcon title={t('members.notVerified')} style={{ marginBottom: 16 }} />
      ) : null}
      <Panel>
        <Table<Member>
          rowKey="id"
          columns={columns}
          dataSource={data?.items}
          loading={!data && !error}
          scroll={{ x: true }}
          pagination={{
            current: page,
            pageSize: membersPageSize,
            total: data?.total ?? 0,
            hideOnSinglePage: true,
            showSizeChanger: false,
            onChange: (next) => change({ page: String(next) }),
          }}
          locale={{ emptyText: <EmptyState text={t('members.empty')} action={invite} /> }}
        />
        {data?.total === 1 && mayInvite ? <EmptyState text={t('members.empty')} /> : null}
      </Panel>
      <InviteDialog open={inviting} organisationId={organisationId} roles={roles} onClose={() => setInviting(false)} />
      <RolesDialog member={changing} roles={roles} onClose={() => setChanging(null)} />
    </PageFrame>
  );
}

function Person({ member, isSelf }: { member: Member; isSelf: boolean }) {
  const { t } = useTranslation(['accounts', 'codes']);
  const { md } = Grid.useBreakpoint();
  return (
    <div style={{ minWidth: 130 }}>
      <div>
        {member.name}
        {isSelf ? <span className="muted">（{t('members.self')}）</span> : null}
      </div>
      <div className="muted" style={{ fontSize: 13, overflowWrap: 'anywhere' }}>
        {member.email}
      </div>
      {md === false ? <div style={{ fontSize: 13 }}>{member.roles.map((role) => t(`codes:role.${role}`)).join('、')}</div> : null}
    </div>
  );
}
