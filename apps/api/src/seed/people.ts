import { Injectable } from '@nestjs/common';
import type { SeedContract } from '@jihui/seeds';
import { parse, ProfileField, profileEdit, type FieldAudience, type ProfileEdit } from '@jihui/domain';
import type { Achievement } from '../features/achievements/achievement.entity.js';
import { ProfileWriting } from '../features/people/profile-writing.service.js';
import type { Actor } from '../platform/auth/actor.js';
import type { Cast } from './cast.js';

const universities = ['u01', 'u02', 'u03', 'u04', 'u05', 'u06', 'u07', 'u08', 'u10', 'u11'];
const firms = ['k1', 'k2', 'k3'];
const titles = ['教授', '副教授', '高级工程师', '研究员'];

/** Experts and brokers who have published a profile; their cases are those of the demo's own contracts. */
@Injectable()
export class DemoPeople {
  constructor(private readonly writing: ProfileWriting) {}

  /** Gives how many there are. */
  async load(cast: Cast, achievements: readonly Achievement[], contracts: readonly SeedContract[]): Promise<number> {
    const sold = new Set(contracts.map((c) => c.achievementTitle));
    let count = 0;
    for (const [index, key] of universities.entries()) {
      const own = (a: Actor) => achievements.filter((row) => row.createdBy === a.userId);
      const inventors = cast.all(key, 'INVENTOR').filter((a) => own(a).length);
      // Of a unit, rather the one whose achievement has become a contract.
      const expert = inventors.find((a) => own(a).some((row) => sold.has(row.title))) ?? inventors[0];
      if (!expert) continue;
      await this.publish(cast, expert, this.expert(own(expert), index, cast.organisation(key).regionCode), index);
      count++;
    }
    for (const [index, key] of firms.entries()) {
      await this.publish(cast, cast.who(key, 'BROKER'), this.broker(index, cast.organisation(key).regionCode), index);
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
      links: own.slice(0, 3).map(({ id }) => ({ kind: 'ACHIEVEMENT', id })),
      audiences: shownTo(index % 3 === 2 ? 'MEMBERS' : 'PUBLIC'),
    });
  }

  private broker(index: number, regionCode: string): ProfileEdit {
    return parse(profileEdit, {
      role: 'BROKER',
      title: '项目总监',
      regionCode,
      techFields: ['NEW_MATERIALS', 'ADVANCED_MANUFACTURING'],
      keywords: ['需求诊断', '许可谈判', '合同登记'],
      intro: '帮助企业把需求写成可以验收的指标，陪同双方从首次见面谈到合同登记。（演示资料）',
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
    const row = await this.writing.save(cast.as(person, cast.daysAgo(30 - index)), 0, profile);
    await this.writing.publish(cast.as(person, cast.daysAgo(30 - index, 10)), { id: row.id });
  }
}

/** The name and the unit to the audience, the rest to everybody. */
function shownTo(audience: FieldAudience): ProfileEdit['audiences'] {
  return ProfileField.options.map((field) => ({ field, audience: field === 'name' || field === 'organisation' ? audience : 'PUBLIC' }));
}
