import { Injectable } from '@nestjs/common';
import { can, type Permission } from '@jihui/domain';
import { Db } from '../../platform/db/db.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import { Organisation } from '../organisations/organisation.entity.js';
import { User } from '../accounts/user.entity.js';

/** The organisations on both sides of an introduction or a talk, and their people. */
@Injectable()
export class Parties {
  constructor(private readonly db: Db) {}

  /** A party's name, whatever has become of its membership since: who has talked with it may know whom he talked with. */
  async nameOf(loaders: Loaders, organisationId: string | null): Promise<string | null> {
    if (!organisationId) return null;
    return loaders.batch<string | null>('parties.name', organisationId, async (ids, em) => {
      const rows = await em
        .createQueryBuilder(Organisation, 'o')
        .select(['o.id', 'o.name'])
        .where('o.id in (:...ids)', { ids: [...ids] })
        .getMany();
      const names = new Map(rows.map((o) => [o.id, o.name]));
      return ids.map((id) => names.get(id) ?? null);
    });
  }

  /** The name for a mail. */
  async organisationName(organisationId: string): Promise<string> {
    return (await this.db.em.findOneByOrFail(Organisation, { id: organisationId })).name;
  }

  /** The members of the organisation whom the policy lets do it. */
  async peopleWho(permission: Permission, organisationId: string): Promise<User[]> {
    const members = await this.db.em.findBy(User, { organisationId, disabled: false });
    return members.filter((u) => can(u.roles, permission));
  }

  async person(userId: string | null): Promise<User | null> {
    return userId ? this.db.em.findOneBy(User, { id: userId, disabled: false }) : null;
  }
}
