import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { liveContractStatuses } from '@jihui/domain';
import type { Scope } from '../../platform/db/access.js';
import type { Loaders } from '../../platform/graphql/loaders.js';
import { TechnologyContract } from '../contracts/technology-contract.entity.js';
import type { Achievement } from './achievement.entity.js';

/** 待转化: published and without a live contract. Computed wherever it is asked for, never stored. */
@Injectable()
export class PendingConversion {
  /** The condition on a query's alias of Achievement. */
  scope(alias: string): Scope {
    return {
      sql: `${alias}.status = 'PUBLISHED' and not exists (select 1 from technology_contract live where live."achievementId" = ${alias}.id and live.status in (:...liveContracts))`,
      params: { liveContracts: liveContractStatuses },
    };
  }

  /** Of one achievement, asked together with the others of the same request. */
  async isPending(achievement: Achievement, loaders: Loaders): Promise<boolean> {
    if (achievement.status !== 'PUBLISHED') return false;
    return !(await loaders.batch('achievement.hasLiveContract', achievement.id, haveLiveContract));
  }
}

async function haveLiveContract(ids: readonly string[], em: EntityManager): Promise<boolean[]> {
  const rows = await em
    .createQueryBuilder(TechnologyContract, 'c')
    .select('distinct c.achievementId', 'id')
    .where('c.achievementId in (:...ids) and c.status in (:...live)', { ids, live: liveContractStatuses })
    .getRawMany<{ id: string }>();
  const bound = new Set(rows.map((r) => r.id));
  return ids.map((id) => bound.has(id));
}
