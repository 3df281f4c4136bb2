import { Injectable } from '@nestjs/common';
import type { MatchSide } from '@jihui/domain';
import { Config } from '../../platform/config.js';
import { CandidateSearch, type WeightedWord } from '../search/candidate-search.js';

/** Where the pairs that are scored come from: the process's own memory, Meilisearch, or memory because Meilisearch is away. */
export type CandidateSource = 'MEMORY' | 'SEARCH' | 'LIMITED';

/** Of the words that weigh most; with more, Meilisearch takes longer and finds little else (docs/matching.md). */
export const askedWords = 20;
/** Scoring so many takes a tenth of the time that Meilisearch takes to name them; with a tenth of them a third of the pairs worth showing is lost. */
const depth = 4000;

/**
 * In a market above a configured size a matcher keeps no posting lists, the larger half of its memory: Meilisearch names the candidates and
 * the engine orders them by the same arithmetic. Below it memory is faster, and it answers while Meilisearch does not.
 */
@Injectable()
export class Candidates {
  private isAway = false;

  constructor(
    private readonly config: Config,
    private readonly search: CandidateSearch,
  ) {}

  isAsked(items: number): boolean {
    return items >= this.config.get('MATCHING_SEARCH_FROM');
  }

  source(items: number): CandidateSource {
    return !this.isAsked(items) ? 'MEMORY' : this.isAway ? 'LIMITED' : 'SEARCH';
  }

  /** Items of the other side that share the words; null where there is no answer, so that memory has to serve. */
  async of(side: MatchSide, words: readonly WeightedWord[]): Promise<string[] | null> {
    try {
      const ids = await this.search.find(side === 'DEMAND' ? 'ACHIEVEMENT' : 'DEMAND', words, depth);
      this.isAway = false;
      return ids;
    } catch {
      // Away or without its index: a list that is computed all the same is worth more than the reason, which /readyz tells.
      this.isAway = true;
      return null;
    }
  }
}
