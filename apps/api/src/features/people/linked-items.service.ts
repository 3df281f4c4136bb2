import { Injectable } from '@nestjs/common';
import type { Loaders } from '../../platform/graphql/loaders.js';
import { Achievement } from '../achievements/achievement.entity.js';
import { Demand } from '../demands/demand.entity.js';
import type { LinkedItem } from './people-types.js';
import type { PersonProfile } from './person-profile.entity.js';

/** The items that a person names, as far as they are still public. */
@Injectable()
export class LinkedItems {
  async of(loaders: Loaders, { links }: PersonProfile): Promise<LinkedItem[]> {
    const found = await Promise.all(
      links.map(async ({ kind, id }) => {
        const item = await (kind === 'ACHIEVEMENT' ? loaders.byId(Achievement, id) : loaders.byId(Demand, id));
        return item?.status === 'PUBLISHED' ? { kind, id, title: item.title } : null;
      }),
    );
    return found.filter((item) => item !== null);
  }
}
