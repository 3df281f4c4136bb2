import type { DeskAssignment, DeskHandover } from '@jihui/domain';
import { graphql, type ResultOf } from '@jihui/gql';
import { queryClient, request } from '../../lib/api.js';

const Loads = graphql(`
  query DeskLoads {
    deskLoads {
      userId
      name
      roles
      open
      overdue
      dueSoon
      decided
      absence {
        id
        version
        from
        until
        deputyName
        note
        handedOverAt
        files
        left
      }
    }
  }
`);
const Assign = graphql('mutation AssignContracts($input: DeskAssignmentInput!) { assignContracts(input: $input) { id assigneeName } }');
const HandOver = graphql('mutation HandOverDesk($input: DeskHandoverInput!) { handOverDesk(input: $input) { id files left handedOverAt } }');
const EndAbsence = graphql('mutation EndDeskAbsence($id: ID!, $version: Int!) { endDeskAbsence(id: $id, version: $version) { id } }');

export type DeskLoad = ResultOf<typeof Loads>['deskLoads'][number];
export type DeskAbsence = NonNullable<DeskLoad['absence']>;

export const loadsKey = ['contracts', 'loads'];
export const getLoads = async () => (await request(Loads)).deskLoads;
/** Gives who has them now: a deputy, where the one named is away. */
export const assignContracts = async (input: DeskAssignment) => (await request(Assign, { input })).assignContracts;
export const handOverDesk = async (input: DeskHandover) => (await request(HandOver, { input })).handOverDesk;
export const endAbsence = ({ id, version }: DeskAbsence) => request(EndAbsence, { id, version });
export const refreshDesk = () => queryClient.invalidateQueries();
