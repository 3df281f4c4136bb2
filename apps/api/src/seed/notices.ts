import { Injectable } from '@nestjs/common';
import { addDays, formatYuan, isWorkingDay, noticeContent, noticeDecision, parse, shanghaiDay } from '@jihui/domain';
import type { Achievement } from '../features/achievements/achievement.entity.js';
import { NoticePapers } from '../features/notice-papers/notice-papers.service.js';
import { NoticeDrafting } from '../features/notices/notice-drafting.service.js';
import { NoticeObjections } from '../features/notices/notice-objections.service.js';
import { NoticePublication } from '../features/notices/notice-publication.service.js';
import { PublicNotice } from '../features/notices/public-notice.entity.js';
import { NoticeClock } from '../features/notices/notice-clock.service.js';
import { anonymous, system } from '../platform/auth/actor.js';
import type { Cast } from './cast.js';
import { DemoPapers } from './demo-papers.js';

/** `meeting`: the number of the meeting that decided; the last notice still lacks its decision, and its page says so. */
const deals = [
  { transferMode: 'LICENSE_EXCLUSIVE', price: '126000000', buyerKey: 'e02', daysAgo: 40, meeting: 14 },
  { transferMode: 'LICENSE_NON_EXCLUSIVE', price: '45000000', buyerKey: 'e03', daysAgo: 12, meeting: 17 },
  { transferMode: 'TRANSFER', price: '208000000', buyerKey: 'e04', daysAgo: 5, meeting: null },
] as const;

/** Three notices of the first university: one whose period is over, one with an objection to answer, one that runs. */
@Injectable()
export class DemoNotices {
  constructor(
    private readonly drafting: NoticeDrafting,
    private readonly decisions: NoticePapers,
    private readonly papers: DemoPapers,
    private readonly publication: NoticePublication,
    private readonly objections: NoticeObjections,
    private readonly clock: NoticeClock,
  ) {}

  /** Gives how many there are. */
  async load(cast: Cast, offered: readonly Achievement[]): Promise<number> {
    const [ended, disputed] = await this.publish(cast, offered);
    if (!ended || !disputed) throw new Error('the seed files hold too few achievements of u01 for the notices');
    await this.objections.object(cast.as(anonymous(), cast.daysAgo(4)), {
      noticeId: disputed.id,
      name: '荆望舒',
      contact: '13700001357',
      text: '公示的许可费没有说明是否包含后续三年的技术服务，与同类许可相比偏低，希望公开定价的依据。',
    });
    const dayAfter = addDays(ended.lastDay ?? '', 1);
    await this.clock.endOne(cast.as(system, new Date(`${dayAfter}T00:05:00+08:00`)), ended.id);
    return deals.length;
  }

  private async publish(cast: Cast, offered: readonly Achievement[]): Promise<PublicNotice[]> {
    const unit = cast.side('u01');
    const made: PublicNotice[] = [];
    for (const [i, { transferMode, price, buyerKey, daysAgo, meeting }] of deals.entries()) {
      const achievement = offered[offered.length - 1 - i];
      if (!achievement) continue;
      const content = parse(noticeContent, {
        name: achievement.title,
        summary: achievement.summary,
        achievementId: achievement.id,
        pricingMode: 'NEGOTIATED',
        transferMode,
        price,
        buyer: cast.organisation(buyerKey).name,
        relatedParty: false,
        objectionProcedure: '公示期内可在本页提交，也可书面寄送本单位成果转化办公室，由成果转化领导小组受理并答复。',
        days: 15,
      });
      const draft = await this.drafting.create(cast.as(unit, cast.daysAgo(daysAgo + 2)), content);
      if (meeting) await this.decide(cast, draft, meeting, daysAgo + 1);
      const { version } = await cast.as(unit, cast.daysAgo(daysAgo)).em.findOneByOrFail(PublicNotice, { id: draft.id });
      made.push(await this.publication.publish(cast.as(unit, cast.daysAgo(daysAgo)), { id: draft.id, version }));
    }
    return made;
  }

  /** 集体决策, on a working day at least two days before it is put down with its minutes. */
  private async decide(cast: Cast, { id: noticeId, version, price, buyer }: PublicNotice, meeting: number, daysAgo: number): Promise<void> {
    const unit = cast.side('u01');
    let decidedOn = shanghaiDay(cast.daysAgo(daysAgo + 2));
    while (!isWorkingDay(decidedOn)) decidedOn = addDays(decidedOn, -1);
    const year = decidedOn.slice(0, 4);
    const organ = `校长办公会 ${year} 年第 ${meeting} 次会议（演示）`;
    const decision = parse(noticeDecision, {
      ...{ noticeId, version, organ, decidedOn, price },
      paperNo: `嵩理校纪〔${year}〕${meeting} 号`,
      decided: `同意以协议定价方式将该成果许可${buyer ?? ''}实施，价格 ${formatYuan(price)}，在本单位公示不少于十五日后签订合同；授权成果转化办公室办理。`,
      fileId: await this.papers.upload(cast, unit, `校长办公会纪要-${year}-${meeting}.txt`, daysAgo),
    });
    await this.decisions.enterDecision(cast.as(unit, cast.daysAgo(daysAgo)), decision);
  }
}
