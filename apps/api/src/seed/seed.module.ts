import { Module } from '@nestjs/common';
import { AppModule } from '../app.module.js';
import { AchievementsModule } from '../features/achievements/achievements.module.js';
import { ChallengePerformanceModule } from '../features/challenge-performance/challenge-performance.module.js';
import { ChallengesModule } from '../features/challenges/challenges.module.js';
import { ContractMattersModule } from '../features/contract-matters/contract-matters.module.js';
import { ContractsModule } from '../features/contracts/contracts.module.js';
import { DemandsModule } from '../features/demands/demands.module.js';
import { IntroductionsModule } from '../features/introductions/introductions.module.js';
import { MatchesModule } from '../features/matches/matches.module.js';
import { MeetingsModule } from '../features/meetings/meetings.module.js';
import { NegotiationsModule } from '../features/negotiations/negotiations.module.js';
import { NoticePapersModule } from '../features/notice-papers/notice-papers.module.js';
import { NoticesModule } from '../features/notices/notices.module.js';
import { OrganisationsModule } from '../features/organisations/organisations.module.js';
import { QualityModule } from '../features/quality/quality.module.js';
import { PeopleModule } from '../features/people/people.module.js';
import { ReceiptsModule } from '../features/receipts/receipts.module.js';
import { RewardsModule } from '../features/rewards/rewards.module.js';
import { SearchModule } from '../features/search/search.module.js';
import { DemoAftercare } from './aftercare.js';
import { DemoCatalogue } from './catalogue.js';
import { DemoChallenges } from './challenges.js';
import { DemoContracts } from './contracts.js';
import { DemoDeals } from './deals.js';
import { DemoLoader } from './demo-loader.js';
import { DemoNotices } from './notices.js';
import { DemoOrganisations } from './demo-organisations.js';
import { DemoPapers } from './demo-papers.js';
import { DemoPeople } from './people.js';
import { MarketLoader } from './market-loader.js';
import { DemoTalks } from './talks.js';

/** The application with the loaders of demo data beside it. */
@Module({
  imports: [
    AppModule,
    OrganisationsModule,
    PeopleModule,
    AchievementsModule,
    DemandsModule,
    ContractsModule,
    ContractMattersModule,
    ChallengesModule,
    ChallengePerformanceModule,
    IntroductionsModule,
    MeetingsModule,
    NegotiationsModule,
    NoticePapersModule,
    NoticesModule,
    QualityModule,
    ReceiptsModule,
    RewardsModule,
    SearchModule,
    MatchesModule,
  ],
  providers: [DemoLoader, MarketLoader, DemoOrganisations, DemoCatalogue, DemoContracts, DemoAftercare, DemoDeals, DemoChallenges, DemoTalks, DemoNotices, DemoPapers, DemoPeople],
})
export class SeedModule {}
