import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { headBranchCode } from '@jihui/domain';
import { Organisation } from './organisation.entity.js';

/** The market's branches and which of them takes care of whom. */
@Injectable()
export class Branches {
  /** The branch of the region or of the nearest region above it; else the head office, else any. Null while there is no branch at all. */
  async nearest(em: EntityManager, regionCode: string): Promise<string | null> {
    const [row]: { id: string }[] = await em.query(
      `with recursive above as (
         select code, "parentCode", 0 as steps from region where code = $1
         union all
         select r.code, r."parentCode", a.steps + 1 from region r join above a on r.code = a."parentCode"
       )
       select o.id from organisation o left join above a on a.code = o."regionCode"
        where o.kind = 'MARKET_OPERATOR' and o.status = 'VERIFIED'
        order by a.steps nulls last, o."branchCode" is distinct from $2, o.id limit 1`,
      [regionCode, headBranchCode],
    );
    return row?.id ?? null;
  }

  /** Gives the organisations that have no branch, because there was none when they signed up, to this one. */
  async adopt(em: EntityManager, branch: Organisation): Promise<void> {
    await em.query(
      `update organisation set "branchId" = $1, version = version + 1 where "branchId" is null and kind <> 'MARKET_OPERATOR'`,
      [branch.id],
    );
  }
}
