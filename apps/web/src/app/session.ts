import { useQuery } from '@tanstack/react-query';
import { can, exceptionsOf, setWorkingDayTable, type Permission } from '@jihui/domain';
import { graphql, type ResultOf } from '@jihui/gql';
import { keptFormsOf } from '@jihui/ui';
import { request } from '../lib/api.js';

const Me = graphql('query Me { me { id name email roles organisation { id name kind status } } showsDemoData workingDayYears { days { day works name } } }');
export type Session = ResultOf<typeof Me>;

/** Who it is; with it come the holiday tables, by which every page counts working days. What another person typed in this tab is forgotten. */
async function getSession(): Promise<Session> {
  const session = await request(Me);
  keptFormsOf(session.me?.id ?? null);
  setWorkingDayTable(exceptionsOf(session.workingDayYears.flatMap((y) => y.days)));
  return session;
}

export const sessionKey = ['session'];

/** Who is signed in: undefined while asking, null for a visitor. */
export function useSession() {
  const { data, isPending, error } = useQuery({ queryKey: sessionKey, queryFn: getSession, staleTime: 60_000 });
  const me = data?.me ?? null;
  return { me, isPending, error, showsDemoData: data?.showsDemoData ?? false, can: (permission: Permission) => can(me?.roles ?? null, permission) };
}
