import { Module } from '@nestjs/common';
import { ChallengesModule } from '../challenges/challenges.module.js';
import { MatchesModule } from '../matches/matches.module.js';
import { PeopleModule } from '../people/people.module.js';
import { BidderFit } from './bidder-fit.service.js';
import { ChallengeFit } from './challenge-fit.service.js';
import { MarketTexts } from './market-texts.service.js';
import { PeopleFit } from './people-fit.service.js';
import { PeopleMatchesResolver } from './people-matches.resolver.js';

@Module({
  imports: [ChallengesModule, MatchesModule, PeopleModule],
  providers: [BidderFit, ChallengeFit, MarketTexts, PeopleFit, PeopleMatchesResolver],
  exports: [PeopleFit],
})
export class PeopleMatchesModule {}
