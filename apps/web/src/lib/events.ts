import i18next from 'i18next';
import { Role } from '@jihui/domain';

const text = (key: string, params: object = {}): string => (i18next.t as (key: string, params: object) => string)(key, params);
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** What an event of the audit trail is called. */
export const eventWord = (event: string): string => text(`events:${event}`, { keySeparator: '|' });

/** The little that an event says beyond its name: a reason, a number, roles, an address … */
export function eventNote(data: unknown): string | undefined {
  if (!isRecord(data)) return undefined;
  const roles = Array.isArray(data['roles'])
    ? data['roles'].filter((r): r is Role => Role.safeParse(r).success).map((r) => text(`codes:role.${r}`))
    : [];
  const plain = ['number', 'name', 'email', 'broker', 'reason', 'task', 'ip']
    .map((key) => data[key])
    .filter((v): v is string => typeof v === 'string' && v !== '');
  return [...plain, ...roles].join(' · ') || undefined;
}
