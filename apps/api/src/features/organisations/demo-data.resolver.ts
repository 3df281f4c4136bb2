import { Query, Resolver } from '@nestjs/graphql';
import { Allow } from '../../platform/auth/allow.js';
import { Db } from '../../platform/db/db.js';
import { Organisation } from './organisation.entity.js';

@Resolver()
export class DemoDataResolver {
  constructor(private readonly db: Db) {}

  /** Whether the site shows invented organisations; every page says so while it does. */
  @Allow('public.read')
  @Query(() => Boolean)
  showsDemoData(): Promise<boolean> {
    return this.db.em.existsBy(Organisation, { isDemo: true });
  }
}
