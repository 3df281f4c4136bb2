import { Injectable } from '@nestjs/common';
import { valuesOfTerms } from '@jihui/domain';
import { IntroductionAnswers } from '../features/introductions/introduction-answers.service.js';
import { IntroductionRequests } from '../features/introductions/introduction-requests.service.js';
import { Meetings } from '../features/meetings/meetings.service.js';
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
    private readonly meetings: Meetings,
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
    const terms = {
      type: 'LICENSE_PATENT' as const,
      title: `${agreed.title.slice(0, 60)}实施许可`,
      subject: '许可方许可被许可方在河南省内以普通许可方式实施该技术，提供全套技术资料，并派人到现场指导首批试产。',
      patent: '以成果登记所列专利为准，许可期间由许可方缴纳年费，维持专利有效。',
      licenceScope: '许可方式为普通许可，地域为河南省，行为为制造、使用、销售许可产品。被许可人不得再许可第三方实施。',
      plan: '合同签订后三十日内交付技术资料，六个月内在被许可方厂区完成首批试产。',
      totalAmount: '50000000',
      paymentMode: 'UPFRONT_ROYALTY' as const,
      paymentTerms: '签订后三十日内支付入门费 30 万元，投产后按净销售额的 2% 提成，合计不超过 50 万元。',
      ipOwnership: '专利权归许可方，后续改进归改进方，双方互不无偿回授。',
      acceptance: '首批试产三批次产品达到技术资料所列指标，双方签署试产报告。',
      confidentiality: '合同期内及期满后五年，双方对技术资料和经营信息保密。',
      termMonths: 60,
    };
    const { negotiationId: agreedId } = talk;
    if (!agreedId) return;
    const proposed = await this.sheets.propose(cast.as(firm, cast.daysAgo(20)), { negotiationId: agreedId, basedOn: 0, terms });
    const price = {
      totalAmount: '68000000',
      paymentMode: 'UPFRONT_ROYALTY' as const,
      paymentTerms: '签订后三十日内支付入门费 48 万元，投产后按净销售额的 2% 提成，合计不超过 68 万元。',
    };
    const words = [...valuesOfTerms(terms).keys()].filter((key) => key !== 'price').map((key) => ({ key, number: 1 }));
    await this.sheets.accept(cast.as(unit, cast.daysAgo(18)), { negotiationId: agreedId, clauses: words });
    await this.sheets.propose(cast.as(unit, cast.daysAgo(17)), { negotiationId: agreedId, basedOn: 1, reason: '入门费应覆盖驻厂指导的人工和中试费用。', terms: price });
    await this.meet(cast, proposed.id);
    await this.sheets.accept(cast.as(firm, cast.daysAgo(15)), { negotiationId: agreedId, clauses: [{ key: 'price', number: 2 }] });
  }

  /** A meeting about the price, minuted by one side and confirmed by the other. */
  private async meet(cast: Cast, negotiationId: string): Promise<void> {
    const [firm, unit] = [cast.side('e01'), cast.side('u01')];
    const { id } = await this.meetings.plan(cast.as(unit, cast.daysAgo(18)), negotiationId, {
      startsAt: cast.daysAgo(16).toISOString(),
      place: '学校技术转移中心会议室',
      agenda: ['样件和中试数据', '入门费与提成的比例', '驻厂指导的安排'],
    });
    const minuted = await this.meetings.minute(cast.as(unit, cast.daysAgo(16, 15)), { id }, {
      attendees: [unit.name, firm.name],
      discussion: '双方看了样件和三批中试数据。被许可方对指标没有异议，主要讨论入门费的构成。',
      decisions: ['入门费按 48 万元，含驻厂指导两个月', '提成比例维持净销售额的 2%', '一周内由被许可方答复条款单第 2 版'],
    });
    await this.meetings.confirm(cast.as(firm, cast.daysAgo(15)), { id, version: minuted.version });
  }
}
