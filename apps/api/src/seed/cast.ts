import { shanghaiDay, type Role } from '@jihui/domain';
import type { Actor } from '../platform/auth/actor.js';
import type { Tx } from '../platform/db/tx.js';
import type { User } from '../features/accounts/user.entity.js';
import type { Organisation } from '../features/organisations/organisation.entity.js';

/** Who acts in the demo's past, by the keys of the seed files. */
export class Cast {
  readonly organisations = new Map<string, Organisation>();
  private readonly actors = new Map<string, Actor>();
  private readonly today = Date.now();

  constructor(readonly as: (actor: Actor, now: Date) => Tx) {}

  join(key: string, organisationKey: string, user: User): void {
    const organisation = this.organisation(organisationKey);
    this.actors.set(key, {
      kind: 'PERSON',
      userId: user.id,
      sessionId: null,
      name: user.name,
      organisationId: organisation.id,
      organisationName: organisation.name,
      organisationKind: organisation.kind,
      organisationVerified: true,
      roles: user.roles,
      ip: '127.0.0.1',
    });
  }

  organisation(key: string): Organisation {
    const found = this.organisations.get(key);
    if (!found) throw new Error(`no organisation ${key} in the seed files`);
    return found;
  }

  /** The first member of the organisation with that role. */
  who(organisationKey: string, role: Role): Actor {
    const { id } = this.organisation(organisationKey);
    const found = [...this.actors.values()].find((a) => a.organisationId === id && a.roles.includes(role));
    if (!found) throw new Error(`no ${role} in ${organisationKey}`);
    return found;
  }

  all(organisationKey: string, role: Role): Actor[] {
    const { id } = this.organisation(organisationKey);
    return [...this.actors.values()].filter((a) => a.organisationId === id && a.roles.includes(role));
  }

  /** The side of a contract or a talk that may write for its organisation. */
  side(organisationKey: string): Actor {
    return this.who(organisationKey, this.organisation(organisationKey).kind === 'ENTERPRISE' ? 'ENTERPRISE_ADMIN' : 'UNIT_TTO');
  }

  /** The key of the branch that examines what the organisation submits. */
  branchOf(organisationKey: string): string {
    const { branchId } = this.organisation(organisationKey);
    const [key] = [...this.organisations].find(([, o]) => o.id === branchId) ?? [];
    if (!key) throw new Error(`no branch for ${organisationKey}`);
    return key;
  }

  /** A moment in office hours, so many days before today. */
  daysAgo(days: number, hour = 9): Date {
    const day = shanghaiDay(new Date(this.today - days * 86_400_000));
    const at = new Date(`${day}T00:00:00+08:00`).getTime() + hour * 3_600_000;
    return new Date(Math.min(at, this.today - 60_000));
  }
}
