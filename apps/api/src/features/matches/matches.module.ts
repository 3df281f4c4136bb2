import { Module } from '@nestjs/common';
import { DictionaryModule } from '../dictionary/dictionary.module.js';
import { MatchIndex } from './match-index.js';
import { MatchesResolver } from './matches.resolver.js';
import { MatchesService } from './matches.service.js';
import { MatchingService } from './matching.service.js';

@Module({ imports: [DictionaryModule], providers: [MatchIndex, MatchingService, MatchesService, MatchesResolver], exports: [MatchingService, MatchesService] })
export class MatchesModule {}
