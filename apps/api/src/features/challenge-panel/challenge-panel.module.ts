import { Module } from '@nestjs/common';
import { ChallengesModule } from '../challenges/challenges.module.js';
import { ChallengePanelResolver } from './challenge-panel.resolver.js';
import { ChallengePanels } from './challenge-panel.service.js';

@Module({ imports: [ChallengesModule], providers: [ChallengePanelResolver, ChallengePanels] })
export class ChallengePanelModule {}
