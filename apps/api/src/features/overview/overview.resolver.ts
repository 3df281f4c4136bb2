import { Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor } from '../../platform/auth/allow.js';
import { MetricRegistry } from './metric-registry.js';
import { OverviewService } from './overview.service.js';
import { Overview, PublicNumber } from './overview-types.js';

@Resolver()
export class OverviewResolver {
  constructor(
    private readonly metrics: MetricRegistry,
    private readonly overviews: OverviewService,
  ) {}

  @Allow('public.read')
  @Query(() => [PublicNumber])
  publicNumbers(): Promise<PublicNumber[]> {
    return this.metrics.all();
  }

  @Allow('account.own')
  @Query(() => Overview)
  overview(@CurrentActor() actor: Actor): Promise<Overview> {
    return this.overviews.of(actor);
  }
}
