import type { z } from 'zod';
import type { invitation, invitationAcceptance, login, ownAccountEdit, passwordChange, passwordReset, Role } from '@jihui/domain';
import { graphql, type ResultOf } from '@jihui/gql';
import { queryClient, request } from '../../lib/api.js';

const Login = graphql('mutation Login($input: LoginInput!) { login(input: $input) { id } }');
const RequestReset = graphql('mutation RequestPasswordReset($email: String!) { requestPasswordReset(input: { email: $email }) }');
const Reset = graphql('mutation ResetPassword($input: PasswordResetInput!) { resetPassword(input: $input) }');
const InvitationOf = graphql('query Invitation($token: String!) { invitation(token: $token) { name email roles organisationName } }');
const Accept = graphql('mutation AcceptInvitation($input: InvitationAcceptanceInput!) { acceptInvitation(input: $input) { id } }');
const Own = graphql('query OwnAccount { me { id version name email phone roles organisation { id name } } }');
const EditOwn = graphql(
  'mutation EditMyAccount($version: Int!, $input: OwnAccountEditInput!) { editMyAccount(version: $version, input: $input) { id } }',
);
const ChangePassword = graphql('mutation ChangePassword($input: PasswordChangeInput!) { changePassword(input: $input) }');
const Sessions = graphql('query MySessions { mySessions { id isCurrent ip userAgent lastSeenAt createdAt } }');
const EndSession = graphql('mutation EndSession($id: ID!) { endSession(id: $id) }');
const EndOthers = graphql('mutation EndOtherSessions { endOtherSessions }');
const Members = graphql(`
  query Members($organisationId: ID, $page: PageInput!) {
    members(organisationId: $organisationId, page: $page) {
      total
      items {
        id
        version
        name
        email
        maskedPhone
        roles
        status
        lastSignedInAt
        organisation {
          name
          kind
          status
        }
      }
    }
  }
`);
const Invite = graphql(
  'mutation InviteMember($input: InvitationInput!, $organisationId: ID) { inviteMember(input: $input, organisationId: $organisationId) { id } }',
);
const Remind = graphql('mutation RemindInvitation($id: ID!) { remindInvitation(id: $id) { id } }');
const ChangeRoles = graphql(
  'mutation ChangeMemberRoles($id: ID!, $version: Int!, $roles: [Role!]!) { changeMemberRoles(id: $id, version: $version, input: { roles: $roles }) { id } }',
);
const Disable = graphql('mutation DisableMember($id: ID!, $version: Int!) { disableMember(id: $id, version: $version) { id } }');
const Enable = graphql('mutation EnableMember($id: ID!, $version: Int!) { enableMember(id: $id, version: $version) { id } }');

export type OwnAccount = NonNullable<ResultOf<typeof Own>['me']>;
export type OwnSession = ResultOf<typeof Sessions>['mySessions'][number];
export type Member = ResultOf<typeof Members>['members']['items'][number];
type Ref = { id: string; version: number };

export const accountKeys = {
  own: ['accounts', 'own'],
  sessions: ['accounts', 'sessions'],
  invitation: (token: string) => ['accounts', 'invitation', token],
  members: (organisationId: string | null, page: number) => ['accounts', 'members', organisationId, page],
};
export const membersPageSize = 20;

export const signIn = (input: z.output<typeof login>) => request(Login, { input });
export const requestPasswordReset = (email: string) => request(RequestReset, { email });
export const resetPassword = (input: z.output<typeof passwordReset>) => request(Reset, { input });
export const getInvitation = async (token: string) => (await request(InvitationOf, { token })).invitation;
export const acceptInvitation = (input: z.output<typeof invitationAcceptance>) => request(Accept, { input });
export const getOwnAccount = async () => (await request(Own)).me;
export const editOwnAccount = (version: number, input: z.output<typeof ownAccountEdit>) => request(EditOwn, { version, input });
export const changePassword = (input: z.output<typeof passwordChange>) => request(ChangePassword, { input });
export const getSessions = async () => (await request(Sessions)).mySessions;
export const endSession = (id: string) => request(EndSession, { id });
export const endOtherSessions = async () => (await request(EndOthers)).endOtherSessions;
export const getMembers = async (organisationId: string | null, page: number) =>
  (await request(Members, { organisationId, page: { page, size: membersPageSize } })).members;
export const inviteMember = (input: z.output<typeof invitation>, organisationId: string | null) =>
  request(Invite, { input, organisationId });
export const remindInvitation = (id: string) => request(Remind, { id });
export const changeRoles = ({ id, version }: Ref, roles: Role[]) => request(ChangeRoles, { id, version, roles });
export const disableMember = ({ id, version }: Ref) => request(Disable, { id, version });
export const enableMember = ({ id, version }: Ref) => request(Enable, { id, version });

/** Who acts has changed, and with him what every page may show. */
export const refreshAll = () => queryClient.invalidateQueries();
