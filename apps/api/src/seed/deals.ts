import { Injectable } from '@nestjs/common';
import { parse, termsInput, valuesOfTerms } from '@jihui/domain';
import type { SeedContract } from '@jihui/seeds';
import type { Achievement } from '../features/achievements/achievement.entity.js';
import { IntroductionAnswers } from '../features/introductions/introduction-answers.service.js';
import { IntroductionRequests } from '../features/introductions/introduction-requests.service.js';
import { AgreedContracts } from '../features/negotiations/agreed-contracts.service.js';
import { Mandates } from '../features/negotiations/mandates.service.js';
import { TermSheets } from '../features/negotiations/term-sheets.service.js';
import type { Actor } from '../platform/auth/actor.js';
import type { Tx } from '../platform/db/tx.js';
import type { Cast } from './cast.js';

/** The way to a contract that came about in a talk: introduction, mandate of the broker, term sheet, draft. */
@Injectable()
export class DemoDeals {
  constructor(
    private readonly requests: IntroductionRequests,
    private readonly answers: IntroductionAnswers,
    private readonly mandates: Mandates,
    private readonly sheets: TermSheets,
    private readonly agreed: AgreedContracts,
  ) {}

  /** Gives the contract's id; it is drafted on the day on which it is signed. */
  async draft(cast: Cast, seed: SeedContract, achievement: Achievement): Promise<string> {
    const [seller, buyer] = [cast.side(seed.sellerKey), cast.side(seed.buyerKey)];
    const at = (actor: Actor, before: number): Tx => cast.as(actor, cast.daysAgo(seed.signedDaysAgo + before));
    const request = await this.requests.request(at(buyer, 40), {
      achievementId: achievement.id,
      demandId: null,
      message: '我们有相近的使用场合，希望了解检测数据，并商量合作开发的方式。',
    });
    const { negotiationId } = await this.answers.accept(at(seller, 37), request);
    if (!negotiationId) throw new Error(`${seed.key}: no talk was opened`);
    if (seed.brokerKey) {
      const brokerFirmId = cast.organisation(seed.brokerKey).id;
      const mandate = await this.mandates.grant(at(seller, 35), { negotiationId, brokerFirmId, scope: '陪同洽谈，协助约定指标与付款，办理合同登记。', commissionPermille: 20 });
      await this.mandates.answer(at(cast.who(seed.brokerKey, 'BROKER'), 34), mandate, 'accept');
    }
    const terms = parse(termsInput, { ...seed, ...seed.talkClauses });
    await this.sheets.propose(at(seller, 10), { negotiationId, basedOn: 0, terms });
    const clauses = [...valuesOfTerms(terms).keys()].map((key) => ({ key, number: 1 }));
    await this.sheets.accept(at(buyer, 6), { negotiationId, clauses });
    const { contractId } = await this.agreed.draft(at(seller, 0), negotiationId);
    if (!contractId) throw new Error(`${seed.key}: no contract was drafted`);
    return contractId;
  }
}
