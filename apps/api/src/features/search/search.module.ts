import { Module } from '@nestjs/common';
import { DatabaseSearch } from './database-search.js';
import { HitLoader } from './hit-loader.js';
import { IndicatorSearch } from './indicator-search.js';
import { IndexKeeper } from './index-keeper.js';
import { IndexSearch } from './index-search.js';
import { IndexWriter } from './index-writer.js';
import { SearchJobs } from './search-jobs.js';
import { SearchResolver } from './search.resolver.js';
import { SearchService } from './search.service.js';
import { TitleSearch } from './title-search.js';

@Module({
  providers: [IndexWriter, IndexKeeper, SearchJobs, IndexSearch, TitleSearch, DatabaseSearch, IndicatorSearch, HitLoader, SearchService, SearchResolver],
  exports: [IndexKeeper, SearchService],
})
export class SearchModule {}
