import { Module, type MiddlewareConsumer, type NestModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import cookieParser from 'cookie-parser';
import { dataSourceOptions } from './data-source.js';
import { AccountsModule } from './features/accounts/accounts.module.js';
import { AchievementsModule } from './features/achievements/achievements.module.js';
import { BrokerHandoverModule } from './features/broker-handover/broker-handover.module.js';
import { ChallengeBoardModule } from './features/challenge-board/challenge-board.module.js';
import { ChallengeMeetingsModule } from './features/challenge-meetings/challenge-meetings.module.js';
import { ChallengePanelModule } from './features/challenge-panel/challenge-panel.module.js';
import { ChallengePerformanceModule } from './features/challenge-performance/challenge-performance.module.js';
import { AlertsModule } from './features/alerts/alerts.module.js';
import { ChallengesModule } from './features/challenges/challenges.module.js';
import { ContractMattersModule } from './features/contract-matters/contract-matters.module.js';
import { ContractTextsModule } from './features/contract-texts/contract-texts.module.js';
import { ContractsModule } from './features/contracts/contracts.module.js';
import { DeskModule } from './features/desk/desk.module.js';
import { DemandsModule } from './features/demands/demands.module.js';
import { DictionaryModule } from './features/dictionary/dictionary.module.js';
import { DisclosuresModule } from './features/disclosures/disclosures.module.js';
import { FreshnessModule } from './features/freshness/freshness.module.js';
import { ImportsModule } from './features/imports/imports.module.js';
import { IntroductionsModule } from './features/introductions/introductions.module.js';
import { MatchBenchModule } from './features/match-bench/match-bench.module.js';
import { EmbedderModule } from './features/embedder/embedder.module.js';
import { MatchesModule } from './features/matches/matches.module.js';
import { MeetingsModule } from './features/meetings/meetings.module.js';
import { NegotiationsModule } from './features/negotiations/negotiations.module.js';
import { NoticePapersModule } from './features/notice-papers/notice-papers.module.js';
import { NoticesModule } from './features/notices/notices.module.js';
import { OrganisationsModule } from './features/organisations/organisations.module.js';
import { OverviewModule } from './features/overview/overview.module.js';
import { QualityModule } from './features/quality/quality.module.js';
import { ReceiptsModule } from './features/receipts/receipts.module.js';
import { RewardsModule } from './features/rewards/rewards.module.js';
import { ReadingsModule } from './features/readings/readings.module.js';
import { RulesModule } from './features/rules/rules.module.js';
import { SearchModule } from './features/search/search.module.js';
import { StatisticsModule } from './features/statistics/statistics.module.js';
import { PeopleModule } from './features/people/people.module.js';
import { PeopleMatchesModule } from './features/people-matches/people-matches.module.js';
import { PriceReferenceModule } from './features/price-reference/price-reference.module.js';
import { TiersModule } from './features/tiers/tiers.module.js';
import { SessionMiddleware } from './platform/auth/session.middleware.js';
import { Config } from './platform/config.js';
import { logModule } from './platform/log/log.module.js';
import { ConfigModule, PlatformModule } from './platform/platform.module.js';

@Module({
  imports: [
    ConfigModule,
    logModule,
    TypeOrmModule.forRootAsync({
      inject: [Config],
      useFactory: (config: Config) => ({ ...dataSourceOptions(config.get('DATABASE_URL'), config.get('DATABASE_POOL')), retryAttempts: 3 }),
    }),
    PlatformModule,
    AccountsModule,
    OrganisationsModule,
    AchievementsModule,
    DemandsModule,
    DisclosuresModule,
    FreshnessModule,
    QualityModule,
    ChallengesModule,
    ChallengeBoardModule,
    ChallengeMeetingsModule,
    ChallengePanelModule,
    ChallengePerformanceModule,
    ImportsModule,
    DictionaryModule,
    SearchModule,
    MatchBenchModule,
    EmbedderModule,
    MatchesModule,
    AlertsModule,
    IntroductionsModule,
    MeetingsModule,
    NegotiationsModule,
    BrokerHandoverModule,
    TiersModule,
    PeopleModule,
    PeopleMatchesModule,
    PriceReferenceModule,
    NoticePapersModule,
    NoticesModule,
    ReadingsModule,
    RulesModule,
    ContractsModule,
    ContractMattersModule,
    DeskModule,
    ReceiptsModule,
    RewardsModule,
    StatisticsModule,
    ContractTextsModule,
    OverviewModule,
  ],
})
export class AppModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(cookieParser(), SessionMiddleware).forRoutes('{*path}');
  }
}
