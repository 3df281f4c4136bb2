import { Injectable } from '@nestjs/common';
import type { MetricCode, QualityProblem, TaskCode } from '@jihui/domain';
import { may, type Actor } from '../../platform/auth/actor.js';
import { Db } from '../../platform/db/db.js';
import { MatchesService } from '../matches/matches.service.js';
import { QualityBoards } from '../quality/quality-board.service.js';
import { MetricRegistry } from './metric-registry.js';
import type { MetricEntry } from './overview-types.js';
import { waiting } from './waiting.js';

/** What each number is counted from, beside the conditions that its definition names. */
const publicSources: Record<MetricCode, readonly string[]> = {
  PUBLISHED_ACHIEVEMENTS: ['achievement', 'organisation'],
  PENDING_CONVERSION: ['achievement', 'organisation', 'technology_contract'],
  PUBLISHED_DEMANDS: ['demand', 'organisation'],
  MEMBERS: ['organisation'],
  REGISTERED_CONTRACTS: ['technology_contract'],
  REGISTERED_AMOUNT: ['technology_contract'],
};
const items = ['achievement', 'demand', 'item_appraisal'];
const qualitySources: Record<QualityProblem, readonly string[]> = {
  MISSING: items,
  VAGUE: items,
  NO_TRL_EVIDENCE: [...items, 'stored_file'],
  DUE: items,
  HIDDEN: items,
  DUPLICATE: [...items, 'duplicate_pair'],
  DOUBLE: [...items, 'duplicate_pair'],
  PATENT_ENDED: [...items, 'item_patent'],
  PATENT_ENDING: [...items, 'item_patent'],
};

/** The tasks whose link lists exactly what they count; the others open the place of the work, where more may stand. */
const exactTasks: Partial<Record<TaskCode, readonly string[]>> = {
  ACHIEVEMENTS_TO_RELEASE: ['achievement'],
  DEMANDS_TO_PUBLISH: ['demand'],
  DUPLICATES_TO_JUDGE: ['duplicate_pair'],
  NDAS_TO_ANSWER: ['nda'],
  ORGANISATIONS_TO_VERIFY: ['organisation'],
  INTRODUCTIONS_TO_ANSWER: ['introduction'],
};

/** 指标说明: every number that this reader meets on a page, as of now. */
@Injectable()
export class MetricBook {
  constructor(
    private readonly db: Db,
    private readonly registry: MetricRegistry,
    private readonly boards: QualityBoards,
    private readonly matches: MatchesService,
  ) {}

  async of(actor: Actor): Promise<MetricEntry[]> {
    return [
      ...(await this.registry.all()).map(({ code, ...number }) => ({ ...number, group: 'PUBLIC' as const, code, source: [...publicSources[code]] })),
      ...(await this.quality(actor)),
      ...(await this.tasks(actor)),
    ];
  }

  private async quality(actor: Actor): Promise<MetricEntry[]> {
    if (!may(actor, 'quality.read')) return [];
    const board = await this.boards.board(actor);
    const entry = (code: string, count: number, link: string, source: readonly string[]): MetricEntry => ({
      group: 'QUALITY',
      code,
      value: String(count),
      unit: 'RECORDS',
      link,
      source: [...source],
      asOf: board.asOf,
    });
    return [
      entry('ITEMS', board.items, '/quality/items', items),
      ...board.counts.map(({ problem, count }) => entry(problem, count, `/quality/items?problem=${problem}`, qualitySources[problem])),
    ];
  }

  private async tasks(actor: Actor): Promise<MetricEntry[]> {
    const asOf = new Date();
    const sources = { em: this.db.em, matches: this.matches };
    const own = (Object.keys(exactTasks) as TaskCode[]).filter((code) => may(actor, waiting[code].permission));
    return Promise.all(
      own.map(async (code): Promise<MetricEntry> => {
        const { count } = await waiting[code].find(sources, actor);
        return { group: 'TASK', code, value: String(count), unit: 'RECORDS', link: waiting[code].link, source: [...(exactTasks[code] ?? [])], asOf };
      }),
    );
  }
}
