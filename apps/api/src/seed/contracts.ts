import { Injectable } from '@nestjs/common';
import { contractCreate, contractDraft, parse, shanghaiDay } from '@jihui/domain';
import type { SeedContract } from '@jihui/seeds';
import type { Achievement } from '../features/achievements/achievement.entity.js';
import { ContractAgreement } from '../features/contracts/contract-agreement.service.js';
import { ContractDrafting } from '../features/contracts/contract-drafting.service.js';
import { ContractRegistration } from '../features/contracts/contract-registration.service.js';
import { ContractReviewing } from '../features/contracts/contract-reviewing.service.js';
import { ContractExperts } from '../features/contract-matters/contract-experts.service.js';
import type { TechnologyContract } from '../features/contracts/technology-contract.entity.js';
import type { Actor } from '../platform/auth/actor.js';
import type { Tx } from '../platform/db/tx.js';
import type { Cast } from './cast.js';
import { DemoDeals } from './deals.js';

/** The steps of a contract in their order; each state is reached by the steps up to it. */
const steps = ['DRAFT', 'CONFIRMED', 'SUBMITTED', 'ACCEPTED', 'FIRST_REVIEW', 'SECOND_REVIEW', 'REGISTERED'] as const;
const lastStep: Record<SeedContract['status'], number> = {
  DRAFT: 0,
  CONFIRMED: 1,
  SUBMITTED: 2,
  ACCEPTED: 3,
  FIRST_REVIEW: 4,
  RETURNED: 4,
  SECOND_REVIEW: 5,
  REFUSED: 5,
  REGISTERED: 6,
  // Registered first; what follows is in aftercare.ts.
  REVOKED: 6,
};

/** Invented persons of invented units. */
const demoExperts = [
  ['丁评审', '演示技术评估院'],
  ['戊评审', '演示材料学会'],
  ['己评审', '演示技术经纪协会'],
] as const;

/** Contracts in all states, each brought there by the people and the services that do it in life. */
@Injectable()
export class DemoContracts {
  constructor(
    private readonly drafting: ContractDrafting,
    private readonly agreement: ContractAgreement,
    private readonly reviewing: ContractReviewing,
    private readonly registration: ContractRegistration,
    private readonly experts: ContractExperts,
    private readonly deals: DemoDeals,
  ) {}

  /** The seeds in the order of their registration, so that the numbers follow the days. */
  inOrder(seeds: readonly SeedContract[]): SeedContract[] {
    const reached = (c: SeedContract) => c.signedDaysAgo - this.daysPerStep(c) * 6;
    return [...seeds].sort((a, b) => reached(b) - reached(a));
  }

  async contract(cast: Cast, seed: SeedContract, achievements: readonly Achievement[]): Promise<TechnologyContract> {
    const seller = cast.side(seed.sellerKey);
    const buyer = cast.side(seed.buyerKey);
    const branch = cast.branchOf(seed.sellerKey);
    const at = (step: number, actor: Actor): Tx =>
      cast.as(actor, cast.daysAgo(seed.signedDaysAgo - step * this.daysPerStep(seed), 9 + step));
    const signedOn = shanghaiDay(cast.daysAgo(seed.signedDaysAgo));
    const achievement = achievements.find((a) => a.title === seed.achievementTitle) ?? null;
    const content = {
      ...seed,
      sellerId: cast.organisation(seed.sellerKey).id,
      buyerId: cast.organisation(seed.buyerKey).id,
      brokerId: seed.brokerKey ? cast.organisation(seed.brokerKey).id : null,
      signedOn,
      startsOn: signedOn,
      endsOn: `${Number(signedOn.slice(0, 4)) + Math.ceil(seed.termMonths / 12)}${signedOn.slice(4).replace('02-29', '02-28')}`,
      achievementId: achievement?.id ?? null,
    };
    const last = lastStep[seed.status];
    let row =
      seed.talkClauses && achievement
        ? await this.drafting.edit(at(0, seller), { id: await this.deals.draft(cast, seed, achievement) }, parse(contractDraft, content))
        : await this.drafting.create(at(0, seller), parse(contractCreate, content));
    if (last >= 1) {
      await this.agreement.confirm(at(1, seller), row);
      row = await this.agreement.confirm(at(1, buyer), { id: row.id });
    }
    const [first] = cast.all(branch, 'OPERATOR_L1');
    const [second] = cast.all(branch, 'OPERATOR_L2');
    if (!first || !second) throw new Error(`no operators in ${branch}`);
    if (last >= 2) row = await this.agreement.submit(at(2, seller), row);
    if (last >= 3) row = await this.reviewing.accept(at(3, first), row);
    if (last >= 4) row = await this.reviewing.claim(at(4, first), row);
    if (seed.status === 'RETURNED') return this.reviewing.return(at(5, first), row, seed.returnReason ?? '请补充附件。');
    if (last >= 5) row = await this.reviewing.approveFirst(at(5, first), row, '材料齐全，标的明确，建议登记。');
    if (row.status === 'EXPERT_REVIEW') row = await this.heard(at(5, first), row);
    if (seed.status === 'REFUSED')
      return this.reviewing.refuse(at(6, second), row, seed.refusalCode ?? 'SUBJECT_UNCLEAR', seed.refusalReason ?? '标的不明确。');
    if (last >= 6) row = await this.registration.register(at(6, second), row, '同意登记。');
    return row;
  }

  /** Above the threshold of the rules three experts are heard first. */
  private async heard(tx: Tx, row: TechnologyContract): Promise<TechnologyContract> {
    for (const [name, unit] of demoExperts)
      await this.experts.hear(tx, { contractId: row.id, name, unit, supports: true, opinion: '标的明确，技术内容属实，技术交易额的构成合理。' });
    return this.experts.conclude(tx, { id: row.id });
  }

  /** A step a day where there is time, else the days since signing shared out. */
  private daysPerStep(seed: SeedContract): number {
    return Math.min(1, seed.signedDaysAgo / steps.length);
  }
}
