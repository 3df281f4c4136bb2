import { Module } from '@nestjs/common';
import { MatchFeedbackResolver } from './match-feedback.resolver.js';
import { MatchFeedbackService } from './match-feedback.service.js';
import { MatchHints } from './match-hints.service.js';
import { MatchIndex } from './match-index.js';
import { MatchesResolver } from './matches.resolver.js';
import { MatchesService } from './matches.service.js';
import { MatchingService } from './matching.service.js';

@Module({
  providers: [MatchIndex, MatchingService, MatchFeedbackService, MatchHints, MatchesService, MatchesResolver, MatchFeedbackResolver],
  exports: [MatchingService, MatchesService],
})
export class MatchesModule {}
