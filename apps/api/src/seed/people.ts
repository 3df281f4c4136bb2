import { Injectable } from '@nestjs/common';
import type { SeedContract } from '@jihui/seeds';
import { parse, ProfileField, profileEdit, type FieldAudience, type ProfileEdit, type TechField } from '@jihui/domain';
import type { Achievement } from '../features/achievements/achievement.entity.js';
import { ProfileWriting } from '../features/people/profile-writing.service.js';
import type { Actor } from '../platform/auth/actor.js';
import type { Cast } from './cast.js';

/** Brokers, each with the trades that he serves. */
const firms: readonly { key: string; techFields: readonly TechField[]; trade: string }[] = [
  { key: 'k1', techFields: ['NEW_MATERIALS', 'ADVANCED_MANUFACTURING'], trade: '超硬材料、磨具、耐火材料与铝镁加工' },
  { key: 'k2', techFields: ['ELECTRONICS_INFO', 'NEW_ENERGY', 'MODERN_TRANSPORT', 'AEROSPACE'], trade: '传感器、动力电池与汽车零部件' },
  { key: 'k3', techFields: ['BIOMEDICINE', 'AGRICULTURE', 'ENVIRONMENT', 'URBAN_SOCIAL'], trade: '食品、医药、农业与环保' },
];
const mostLinks = 12;
const titles = ['教授', '副教授', '高级工程师', '研究员'];

/** Experts and brokers who have published a profile; their cases are those of the demo's own contracts. */
@Injectable()
export class DemoPeople {
  constructor(private readonly writing: ProfileWriting) {}

  /** Gives how many there are. */
  async load(cast: Cast, achievements: readonly Achievement[], contracts: readonly SeedContract[]): Promise<number> {
    const sold = new Set(contracts.map((c) => c.achievementTitle));
    let count = 0;
    for (const [key, { regionCode }] of cast.organisations) {
      for (const inventor of cast.all(key, 'INVENTOR')) {
        // What has become a contract comes first, then what the public can read.
        const own = achievements.filter((row) => row.createdBy === inventor.userId).sort((a, b) => Number(sold.has(b.title)) - Number(sold.has(a.title)));
        if (!own.length) continue;
        await this.publish(cast, inventor, this.expert(own, count, regionCode), count);
        count++;
      }
    }
    for (const [index, firm] of firms.entries()) {
      await this.publish(cast, cast.who(firm.key, 'BROKER'), this.broker(firm, index, cast.organisation(firm.key).regionCode), index);
      count++;
    }
    return count;
  }

  private expert(own: readonly Achievement[], index: number, regionCode: string): ProfileEdit {
    return parse(profileEdit, {
      role: 'EXPERT',
      title: titles[index % titles.length],
      regionCode,
      techFields: [...new Set(own.flatMap((a) => a.techField ?? []))].slice(0, 3),
      keywords: [...new Set(own.flatMap((a) => a.keywords))].slice(0, 6),
      intro: `从事${own[0]?.discipline ?? '应用技术'}方向的研究与成果转化，可就样品试制、工艺移植和中试方案提供支持。（演示资料）`,
      certificates: [],
      links: own.slice(0, mostLinks).map(({ id }) => ({ kind: 'ACHIEVEMENT', id })),
      audiences: shownTo(index % 3 === 2 ? 'MEMBERS' : 'PUBLIC'),
    });
  }

  private broker({ techFields, trade }: (typeof firms)[number], index: number, regionCode: string): ProfileEdit {
    return parse(profileEdit, {
      role: 'BROKER',
      title: '项目总监',
      regionCode,
      techFields: [...techFields],
      keywords: ['需求诊断', '许可谈判', '合同登记'],
      intro: `主要服务${trade}企业：把需求写成可以验收的指标，陪同双方从首次见面谈到合同登记。（演示资料）`,
      certificates: [
        {
          kind: 'TECH_MANAGER',
          name: '技术经理人（中级）',
          number: `YS20240100${index + 1}`,
          issuer: '演示发证机构',
          issuedOn: '2024-01-10',
          expiresOn: index === 1 ? '2026-12-31' : '2029-01-09',
        },
      ],
      links: [],
      audiences: shownTo('PUBLIC'),
    });
  }

  private async publish(cast: Cast, person: Actor, profile: ProfileEdit, index: number): Promise<void> {
    const row = await this.writing.save(cast.as(person, cast.daysAgo(30 - (index % 20))), 0, profile);
    await this.writing.publish(cast.as(person, cast.daysAgo(30 - (index % 20), 10)), { id: row.id });
  }
}

/** The name and the unit to the audience, the rest to everybody. */
function shownTo(audience: FieldAudience): ProfileEdit['audiences'] {
  return ProfileField.options.map((field) => ({ field, audience: field === 'name' || field === 'organisation' ? audience : 'PUBLIC' }));
}
