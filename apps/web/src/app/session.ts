import { useQuery } from '@tanstack/react-query';
import { can, type Permission } from '@jihui/domain';
import { graphql, type ResultOf } from '@jihui/gql';
import { request } from '../lib/api.js';

const Me = graphql('query Me { me { id name email roles organisation { id name kind status } } showsDemoData }');
export type Session = ResultOf<typeof Me>;

export const sessionKey = ['session'];

/** Who is signed in: undefined while asking, null for a visitor. */
export function useSession() {
  const { data, isPending, error } = useQuery({ queryKey: sessionKey, queryFn: () => request(Me), staleTime: 60_000 });
  const me = data?.me ?? null;
  return { me, isPending, error, showsDemoData: data?.showsDemoData ?? false, can: (permission: Permission) => can(me?.roles ?? null, permission) };
}
