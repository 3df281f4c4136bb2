import { Module } from '@nestjs/common';
import { ChallengePerformanceModule } from '../challenge-performance/challenge-performance.module.js';
import { ChallengesModule } from '../challenges/challenges.module.js';
import { BoardFiguresResolver } from './board-figures.resolver.js';
import { ChallengeFeedsController } from './challenge-feeds.controller.js';
import { ChallengeFiguresResolver } from './challenge-figures.resolver.js';
import { ChallengeFigures } from './challenge-figures.service.js';
import { ChallengeMoneyController } from './challenge-money.controller.js';
import { ChallengeTablesController } from './challenge-tables.controller.js';

@Module({
  imports: [ChallengesModule, ChallengePerformanceModule],
  controllers: [ChallengeFeedsController, ChallengeMoneyController, ChallengeTablesController],
  providers: [BoardFiguresResolver, ChallengeFiguresResolver, ChallengeFigures],
})
export class ChallengeBoardModule {}
