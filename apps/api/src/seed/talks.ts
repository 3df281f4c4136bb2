import { Injectable } from '@nestjs/common';
import { IntroductionAnswers } from '../features/introductions/introduction-answers.service.js';
import { IntroductionRequests } from '../features/introductions/introduction-requests.service.js';
import { NegotiationRoom } from '../features/negotiations/negotiation-room.service.js';
import { TermSheets } from '../features/negotiations/term-sheets.service.js';
import type { Achievement } from '../features/achievements/achievement.entity.js';
import type { Demand } from '../features/demands/demand.entity.js';
import type { Cast } from './cast.js';

type Item<T> = { key: string; row: T };

/** Introductions in all states and two talks, one of them agreed, between the listed demo accounts. */
@Injectable()
export class DemoTalks {
  constructor(
    private readonly requests: IntroductionRequests,
    private readonly answers: IntroductionAnswers,
    private readonly room: NegotiationRoom,
    private readonly sheets: TermSheets,
  ) {}

  async load(cast: Cast, achievements: Item<Achievement>[], demands: Item<Demand>[]): Promise<void> {
    const offered = achievements.filter((a) => a.key === 'u01').map((a) => a.row);
    const wanted = demands.filter((d) => d.key === 'e01' && !d.row.anonymous).map((d) => d.row);
    const others = demands.filter((d) => d.key !== 'e01' && !d.row.anonymous);
    const firm = cast.side('e01');
    const unit = cast.side('u01');
    const [talked, agreed, waiting] = offered;
    const [need] = wanted;
    const [declined] = others;
    if (!talked || !agreed || !waiting || !declined) throw new Error('the seed files hold too few items of u01 and e01 for the talks');

    await this.requests.request(cast.as(firm, cast.daysAgo(1)), {
      achievementId: waiting.id,
      demandId: null,
      message: '我们正在评估这项技术，想先了解样件的检测报告和可供货的时间。',
    });
    const refused = await this.requests.request(cast.as(unit, cast.daysAgo(12)), {
      achievementId: null,
      demandId: declined.row.id,
      message: '我校有相近的成果，希望约一次线上交流，先看数据再谈合作方式。',
    });
    await this.answers.decline(cast.as(cast.side(declined.key), cast.daysAgo(9)), {
      id: refused.id,
      version: refused.version,
      reason: 'ALREADY_SOLVED',
      note: '已由现有供应商解决，谢谢。',
    });

    const first = await this.requests.request(cast.as(firm, cast.daysAgo(8)), {
      achievementId: talked.id,
      demandId: need?.id ?? null,
      message: '我们的产线遇到类似问题，希望了解中试数据，并到实验室看一次样件。',
    });
    const { negotiationId } = await this.answers.accept(cast.as(unit, cast.daysAgo(6)), first);
    if (negotiationId) {
      await this.room.write(
        cast.as(unit, cast.daysAgo(6, 10)),
        negotiationId,
        '您好，材料已经整理好。下周三上午可以安排看样件，请告知来访人数。',
      );
      await this.room.write(
        cast.as(firm, cast.daysAgo(5)),
        negotiationId,
        '我们来三位，一位工艺、一位质量、一位采购。请提前发一份检测报告的目录。',
      );
    }

    const second = await this.requests.request(cast.as(firm, cast.daysAgo(30)), {
      achievementId: agreed.id,
      demandId: null,
      message: '希望取得这项技术的实施许可，先在一条产线上使用。',
    });
    const talk = await this.answers.accept(cast.as(unit, cast.daysAgo(28)), second);
    if (!talk.negotiationId) return;
    const terms = {
      type: 'LICENSE_PATENT' as const,
      title: `${agreed.title.slice(0, 60)}实施许可`,
      subject: '许可方许可被许可方在河南省内以普通许可方式实施该技术，提供全套技术资料，并派人到现场指导首批试产。',
      totalAmount: '68000000',
      paymentMode: 'UPFRONT_ROYALTY' as const,
      paymentTerms: '签订后三十日内支付入门费 48 万元，投产后按净销售额的 2% 提成，合计不超过 68 万元。',
      ipOwnership: '专利权归许可方，后续改进归改进方，双方互不无偿回授。',
      termMonths: 60,
    };
    await this.sheets.save(cast.as(firm, cast.daysAgo(20)), talk.negotiationId, 0, { ...terms, totalAmount: '50000000' });
    const sheet = await this.sheets.save(cast.as(unit, cast.daysAgo(17)), talk.negotiationId, 1, terms);
    await this.sheets.confirm(cast.as(unit, cast.daysAgo(17, 10)), talk.negotiationId, sheet.number);
    await this.sheets.confirm(cast.as(firm, cast.daysAgo(15)), talk.negotiationId, sheet.number);
  }
}
