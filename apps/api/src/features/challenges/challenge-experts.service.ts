import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Challenge } from './challenge.entity.js';

export type Expert = { id: string; name: string; organisationName: string; tiedTo: string | null };

/** The accounts that may review, and what ties one to a party of this item: the same organisation, a named partner, the leader himself. */
@Injectable()
export class ChallengeExperts {
  async of(em: EntityManager, challenge: Challenge): Promise<Expert[]> {
    return em.query(
      `with party as (
         select o.name from organisation o where o.id = $2
         union select o.name from claim c join organisation o on o.id = c."organisationId" where c."challengeId" = $1 and c.status in ('OPENED', 'QUALIFIED')
         union select p ->> 'name' from claim c, jsonb_array_elements(c.content -> 'partners') p where c."challengeId" = $1 and c.status in ('OPENED', 'QUALIFIED')
         union select c.content ->> 'leader' from claim c where c."challengeId" = $1 and c.status in ('OPENED', 'QUALIFIED'))
       select u.id, u.name, o.name as "organisationName", (select p.name from party p where p.name in (o.name, u.name) order by 1 limit 1) as "tiedTo"
       from app_user u join organisation o on o.id = u."organisationId"
       where 'EXPERT' = any(u.roles) and not u.disabled and o.status = 'VERIFIED' order by o.name, u.name limit 500`,
      [challenge.id, challenge.organisationId],
    );
  }
}
