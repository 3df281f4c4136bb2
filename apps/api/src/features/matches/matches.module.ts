import { Module } from '@nestjs/common';
import { DictionaryModule } from '../dictionary/dictionary.module.js';
import { SearchModule } from '../search/search.module.js';
import { Candidates } from './candidates.service.js';
import { ExpiredMatches } from './expired-matches.js';
import { MatchFeedbackResolver } from './match-feedback.resolver.js';
import { MatchFeedbackService } from './match-feedback.service.js';
import { MatchHints } from './match-hints.service.js';
import { MatchIndex } from './match-index.js';
import { MatchModels } from './match-models.service.js';
import { MatchModelsResolver } from './match-models.resolver.js';
import { MatchesResolver } from './matches.resolver.js';
import { MatchesService } from './matches.service.js';
import { Matchers } from './matchers.service.js';
import { MatchingService } from './matching.service.js';

@Module({
  imports: [DictionaryModule, SearchModule],
  providers: [Candidates, MatchIndex, MatchingService, ExpiredMatches, MatchFeedbackService, MatchHints, MatchModels, Matchers, MatchesService, MatchesResolver, MatchFeedbackResolver, MatchModelsResolver],
  exports: [MatchingService, MatchesService],
})
export class MatchesModule {}
