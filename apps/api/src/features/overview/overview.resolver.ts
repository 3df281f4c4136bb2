import { Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor } from '../../platform/auth/allow.js';
import { MetricBook } from './metric-book.js';
import { MetricRegistry } from './metric-registry.js';
import { OverviewService } from './overview.service.js';
import { MetricEntry, Overview, PublicNumber } from './overview-types.js';

@Resolver()
export class OverviewResolver {
  constructor(
    private readonly registry: MetricRegistry,
    private readonly book: MetricBook,
    private readonly overviews: OverviewService,
  ) {}

  @Allow('public.read')
  @Query(() => [PublicNumber])
  publicNumbers(): Promise<PublicNumber[]> {
    return this.registry.all();
  }

  @Allow('public.read')
  @Query(() => [MetricEntry])
  metrics(@CurrentActor() actor: Actor): Promise<MetricEntry[]> {
    return this.book.of(actor);
  }

  @Allow('account.own')
  @Query(() => Overview)
  overview(@CurrentActor() actor: Actor): Promise<Overview> {
    return this.overviews.of(actor);
  }
}
