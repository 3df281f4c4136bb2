import { Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/auth/allow.js';
import { Db } from '../../platform/db/db.js';
import { Region } from './region.entity.js';

@Resolver(() => Region)
export class RegionsResolver {
  constructor(private readonly db: Db) {}

  @Allow('public.read')
  @Query(() => [Region])
  regions(): Promise<Region[]> {
    return this.db.em.find(Region, { order: { code: 'ASC' } });
  }
}
