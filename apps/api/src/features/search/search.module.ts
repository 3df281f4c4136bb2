import { Module } from '@nestjs/common';
import { DictionaryModule } from '../dictionary/dictionary.module.js';
import { AskedQueries } from './asked-queries.js';
import { CandidateSearch } from './candidate-search.js';
import { DatabaseSearch } from './database-search.js';
import { DictionaryPreviews } from './dictionary-preview.js';
import { FoundWords } from './found-words.js';
import { HitLoader } from './hit-loader.js';
import { IndicatorSearch } from './indicator-search.js';
import { IndexKeeper } from './index-keeper.js';
import { IndexSearch } from './index-search.js';
import { IndexWriter } from './index-writer.js';
import { SearchHelpResolver } from './search-help.resolver.js';
import { SearchHelp } from './search-help.service.js';
import { SearchJobs } from './search-jobs.js';
import { SearchResolver } from './search.resolver.js';
import { SearchService } from './search.service.js';
import { Suggestions } from './suggestions.service.js';
import { TitleSearch } from './title-search.js';

@Module({
  imports: [DictionaryModule],
  providers: [CandidateSearch, FoundWords, IndexWriter, IndexKeeper, SearchJobs, IndexSearch, TitleSearch, DatabaseSearch, IndicatorSearch, HitLoader, AskedQueries, DictionaryPreviews, SearchService, Suggestions, SearchHelp, SearchResolver, SearchHelpResolver],
  exports: [CandidateSearch, IndexKeeper, SearchService],
})
export class SearchModule {}
