import { Module } from '@nestjs/common';
import { ChallengesModule } from '../challenges/challenges.module.js';
import { BoardFiguresResolver } from './board-figures.resolver.js';
import { ChallengeFeedsController } from './challenge-feeds.controller.js';

@Module({ imports: [ChallengesModule], controllers: [ChallengeFeedsController], providers: [BoardFiguresResolver] })
export class ChallengeBoardModule {}
