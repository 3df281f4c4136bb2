import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { DomainError, StatisticsCut, statisticsFilter, type CountedContract, type StatisticsFilter } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor } from '../../platform/auth/allow.js';
import { gqlEnum, Input } from '../../platform/graphql/zod-input.js';
import { AnnualReports } from './annual-report.service.js';
import { AnnualReport, CountedContractType, Statistics } from './statistics-types.js';
import { StatisticsService } from './statistics.service.js';

const Cut = () => Args('cut', { type: () => gqlEnum(StatisticsCut) });

@Resolver()
export class StatisticsResolver {
  constructor(
    private readonly statistics: StatisticsService,
    private readonly reports: AnnualReports,
  ) {}

  @Allow('statistics.read')
  @Query(() => Statistics)
  contractStatistics(@CurrentActor() actor: Actor, @Input(statisticsFilter, 'filter') filter: StatisticsFilter, @Cut() cut: StatisticsCut): Promise<Statistics> {
    return this.statistics.by(actor, filter, cut);
  }

  /** The contracts behind a number. */
  @Allow('statistics.read')
  @Query(() => [CountedContractType])
  statisticsContracts(
    @CurrentActor() actor: Actor,
    @Input(statisticsFilter, 'filter') filter: StatisticsFilter,
    @Cut() cut: StatisticsCut,
    @Args('key', { type: () => String, nullable: true }) key: string | null,
  ): Promise<CountedContract[]> {
    return this.statistics.contracts(actor, filter, cut, key ?? null);
  }

  @Allow('annualReport.read')
  @Query(() => AnnualReport)
  annualReport(@CurrentActor() actor: Actor, @Args('year', { type: () => Int }) year: number): Promise<AnnualReport> {
    if (year < 2000 || year > 2100) throw new DomainError('NOT_FOUND');
    return this.reports.of(actor, year);
  }
}
