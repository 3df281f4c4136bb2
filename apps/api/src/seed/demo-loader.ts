import { Injectable } from '@nestjs/common';
import { demoData } from '@jihui/seeds';
import { MatchingService } from '../features/matches/matching.service.js';
import type { TechnologyContract } from '../features/contracts/technology-contract.entity.js';
import { Organisation } from '../features/organisations/organisation.entity.js';
import { QualityJobs } from '../features/quality/quality-jobs.js';
import { IndexKeeper } from '../features/search/index-keeper.js';
import { system } from '../platform/auth/actor.js';
import { Db } from '../platform/db/db.js';
import { DemoAftercare } from './aftercare.js';
import { DemoCatalogue } from './catalogue.js';
import { DemoChallenges } from './challenges.js';
import { DemoContracts } from './contracts.js';
import { DemoNotices } from './notices.js';
import { DemoOrganisations } from './demo-organisations.js';
import { DemoPeople } from './people.js';
import { DemoTalks } from './talks.js';

type Say = (line: string) => void;

/** Fills an empty database with the demo data, in one transaction: a start that is killed half-way leaves it empty. */
@Injectable()
export class DemoLoader {
  constructor(
    private readonly db: Db,
    private readonly organisations: DemoOrganisations,
    private readonly catalogue: DemoCatalogue,
    private readonly contracts: DemoContracts,
    private readonly aftercare: DemoAftercare,
    private readonly challenges: DemoChallenges,
    private readonly talks: DemoTalks,
    private readonly notices: DemoNotices,
    private readonly people: DemoPeople,
    private readonly index: IndexKeeper,
    private readonly matching: MatchingService,
    private readonly quality: QualityJobs,
  ) {}

  /** With `workerFollows` the matches and the search index are left to the worker that starts next. */
  async load(say: Say, { workerFollows = false } = {}): Promise<void> {
    if (await this.db.em.exists(Organisation)) throw new Error('the database is not empty: demo data goes into an empty one only');
    const data = demoData();
    await this.db.replay(async (as) => {
      const cast = await this.organisations.load(as, data);
      say(`单位 ${data.organisations.length} 家，账号 ${data.people.length} 个`);
      const achievements = [];
      for (const [i, seed] of data.achievements.entries())
        achievements.push({ key: seed.universityKey, row: await this.catalogue.achievement(cast, seed, i) });
      say(`成果 ${achievements.length} 项`);
      const demands = [];
      for (const seed of data.demands) demands.push({ key: seed.organisationKey, row: await this.catalogue.demand(cast, seed) });
      await this.catalogue.waiting(cast, data);
      say(`需求 ${demands.length} 项`);
      const offers = achievements.map((a) => a.row);
      const made = new Map<string, TechnologyContract>();
      for (const seed of this.contracts.inOrder(data.contracts)) made.set(seed.key, await this.contracts.contract(cast, seed, offers));
      await this.talks.load(cast, achievements, demands);
      for (const seed of data.challenges) await this.challenges.challenge(cast, seed);
      say(`榜单 ${data.challenges.length} 项`);
      say(`公开的专家与技术经理人 ${await this.people.load(cast, offers, data.contracts)} 人`);
      const offered = achievements.filter((a) => a.key === 'u01').map((a) => a.row);
      say(`登记以后：${await this.aftercare.load(cast, made, offered)}`);
      say(`技术合同 ${data.contracts.length} 份，定价公示 ${await this.notices.load(cast, offered)} 项`);
      // Should this process end before the lines below, the worker does them.
      for (const task of ['MatchingService.rematchAll', 'QualityJobs.appraiseAll']) await as(system, new Date()).enqueue(task, { id: 'demo' });
    });
    if (workerFollows) return;
    const [{ items }] = await Promise.all([this.matching.rematchAll(), this.index.rebuild(), this.quality.appraiseAll()]);
    say(`匹配 ${items} 项成果与需求，搜索索引已建立`);
  }
}
