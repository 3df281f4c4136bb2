import { Module } from '@nestjs/common';
import { ChallengesModule } from '../challenges/challenges.module.js';
import { BoardFiguresResolver } from './board-figures.resolver.js';
import { ChallengeFeedsController } from './challenge-feeds.controller.js';
import { ChallengeFiguresResolver } from './challenge-figures.resolver.js';
import { ChallengeFigures } from './challenge-figures.service.js';
import { ChallengeTablesController } from './challenge-tables.controller.js';

@Module({
  imports: [ChallengesModule],
  controllers: [ChallengeFeedsController, ChallengeTablesController],
  providers: [BoardFiguresResolver, ChallengeFiguresResolver, ChallengeFigures],
})
export class ChallengeBoardModule {}
