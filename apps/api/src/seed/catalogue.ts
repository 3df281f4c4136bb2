import { Injectable } from '@nestjs/common';
import type { DemoData, SeedAchievement, SeedDemand } from '@jihui/seeds';
import type { Achievement } from '../features/achievements/achievement.entity.js';
import { AchievementDrafting } from '../features/achievements/achievement-drafting.service.js';
import { AchievementRelease } from '../features/achievements/achievement-release.service.js';
import { DemandDrafting } from '../features/demands/demand-drafting.service.js';
import { DemandPublication } from '../features/demands/demand-publication.service.js';
import type { Demand } from '../features/demands/demand.entity.js';
import type { Cast } from './cast.js';

/** Achievements written by inventors and released by their TTO, demands submitted by enterprises and published by operators, each on its day. */
@Injectable()
export class DemoCatalogue {
  constructor(
    private readonly achievementDrafting: AchievementDrafting,
    private readonly release: AchievementRelease,
    private readonly demandDrafting: DemandDrafting,
    private readonly publication: DemandPublication,
  ) {}

  async achievement(cast: Cast, seed: SeedAchievement, index: number): Promise<Achievement> {
    const tto = cast.who(seed.universityKey, 'UNIT_TTO');
    const inventors = cast.all(seed.universityKey, 'INVENTOR');
    const author = index % 3 === 0 ? (inventors[index % inventors.length] ?? tto) : tto;
    const content = { ...seed, contactName: tto.name, contactPhone: '037165000000' };
    const owner = { organisationId: cast.organisation(seed.universityKey).id, createdBy: author.userId, regionCode: seed.regionCode };
    const row = await this.achievementDrafting.create(cast.as(author, cast.daysAgo(seed.publishedDaysAgo + 5)), content, owner);
    return this.release.release(cast.as(tto, cast.daysAgo(seed.publishedDaysAgo)), row);
  }

  async demand(cast: Cast, seed: SeedDemand): Promise<Demand> {
    const owner = cast.side(seed.organisationKey);
    const { id } = cast.organisation(seed.organisationKey);
    const content = { ...seed, contactName: owner.name, contactPhone: '037166000000' };
    const row = await this.demandDrafting.create(cast.as(owner, cast.daysAgo(seed.publishedDaysAgo + 4)), content, {
      organisationId: id,
      createdBy: owner.userId,
      regionCode: seed.regionCode,
    });
    const submitted = await this.publication.submit(cast.as(owner, cast.daysAgo(seed.publishedDaysAgo + 3)), row);
    return this.publication.publish(
      cast.as(cast.who(cast.branchOf(seed.organisationKey), 'OPERATOR_L1'), cast.daysAgo(seed.publishedDaysAgo)),
      submitted,
    );
  }

  /** A few drafts and open examinations, so that the workbenches have something waiting. */
  async waiting(cast: Cast, data: DemoData): Promise<void> {
    const [first, second, third] = data.achievements;
    if (first && second && third) {
      const inventor = cast.who('u01', 'INVENTOR');
      const owner = { organisationId: cast.organisation('u01').id, createdBy: inventor.userId };
      const base = { ipRights: [], ndaSummary: null, contactName: inventor.name, contactPhone: '037165000000' };
      const waiting = [
        { ...first, ...base, title: '金刚石磨粒钎焊套料钻的低温活性钎料配方', keywords: ['钎焊', '套料钻'] },
        { ...second, ...base, title: '立方氮化硼砂轮在线修整参数库与推荐软件', keywords: ['立方氮化硼', '砂轮修整'] },
      ];
      for (const content of waiting) {
        const row = await this.achievementDrafting.create(cast.as(inventor, cast.daysAgo(3)), content, owner);
        await this.release.submit(cast.as(inventor, cast.daysAgo(2)), row);
      }
      await this.achievementDrafting.create(
        cast.as(inventor, cast.daysAgo(1)),
        { ...third, ...base, title: '超硬刀具刃口钝化工艺（草稿）' },
        owner,
      );
    }
    for (const [index, seed] of data.demands.slice(0, 4).entries()) {
      const key = index < 2 ? 'e01' : 'e02';
      const owner = cast.side(key);
      const content = { ...seed, anonymous: false, title: `${seed.title}（二期）`, contactName: owner.name, contactPhone: '037166000000' };
      const row = await this.demandDrafting.create(cast.as(owner, cast.daysAgo(3)), content, {
        organisationId: cast.organisation(key).id,
        createdBy: owner.userId,
      });
      if (index !== 1) await this.publication.submit(cast.as(owner, cast.daysAgo(index)), row);
    }
  }
}
