import { Injectable } from '@nestjs/common';
import { contractChange, distributionDraft, parse, receiptEntry, rightsGrant, royaltyStatement, shanghaiDay, type IncomeKind } from '@jihui/domain';
import type { Achievement } from '../features/achievements/achievement.entity.js';
import { MatterDecisions } from '../features/contract-matters/matter-decisions.service.js';
import { MatterFilings } from '../features/contract-matters/matter-filing.service.js';
import { TechnologyContract } from '../features/contracts/technology-contract.entity.js';
import { FollowUpTask } from '../features/receipts/follow-up-task.entity.js';
import { FollowUps } from '../features/receipts/follow-ups.service.js';
import { Receipts } from '../features/receipts/receipts.service.js';
import { Royalties } from '../features/receipts/royalties.service.js';
import { Distributions } from '../features/rewards/distributions.service.js';
import { RightsGrants } from '../features/rewards/rights-grants.service.js';
import { system, type Actor } from '../platform/auth/actor.js';
import type { Cast } from './cast.js';
import { DemoPapers } from './demo-papers.js';

type Made = ReadonlyMap<string, TechnologyContract>;

/** What becomes of registered contracts: tasks, money, royalties, rewards, a change, a revocation, and a result that nobody uses. */
@Injectable()
export class DemoAftercare {
  constructor(
    private readonly followUps: FollowUps,
    private readonly receipts: Receipts,
    private readonly royalties: Royalties,
    private readonly distributions: Distributions,
    private readonly grants: RightsGrants,
    private readonly filings: MatterFilings,
    private readonly decisions: MatterDecisions,
    private readonly papers: DemoPapers,
  ) {}

  /** Gives what there is, in words. */
  async load(cast: Cast, made: Made, offered: readonly Achievement[]): Promise<string> {
    for (const c of made.values()) if (c.registrationNo) await this.followUps.ofRegistration(cast.as(system, c.registeredAt ?? cast.daysAgo(0)), c.id);
    const [licence, development, second, revoked] = ['c-001', 'c-002', 'c-018', 'c-016'].map((key) => registered(made, key));
    if (!licence || !development || !second || !revoked) throw new Error('the seed files hold too few contracts');
    await this.filed(cast, licence);
    await this.receive(cast, licence, 'PRICE', '50000000', 190);
    await this.royalty(cast, licence);
    await this.receive(cast, licence, 'ROYALTY', '1200000', 85);
    await this.receive(cast, development, 'PRICE', '48000000', 250);
    await this.receive(cast, second, 'PRICE', '54000000', 40);
    await this.reward(cast, licence, '50000000', [180, 150]);
    await this.reward(cast, second, '54000000', [6]);
    await this.change(cast, development);
    await this.revoke(cast, revoked);
    await this.dormant(cast, offered);
    return '到账 4 笔，提成 1 份，奖酬分配 2 项，变更 1 项，撤销 1 项，赋权 1 项';
  }

  /** The licence was filed with the patent office in time. */
  private async filed(cast: Cast, { id }: TechnologyContract): Promise<void> {
    const tx = cast.as(cast.side('u01'), cast.daysAgo(150));
    const task = await tx.em.findOneByOrFail(FollowUpTask, { contractId: id, kind: 'LICENCE_FILING' });
    await this.followUps.done(tx, { id: task.id, version: task.version, doneOn: shanghaiDay(cast.daysAgo(152)), note: '备案证明已归档（演示）' });
  }

  private async receive(cast: Cast, c: TechnologyContract, kind: IncomeKind, amount: string, daysAgo: number): Promise<void> {
    const unit = cast.side('u01');
    const entry = { contractId: c.id, kind, amount, techIncome: amount, receivedOn: shanghaiDay(cast.daysAgo(daysAgo)), note: '演示数据' };
    const number = `${c.registrationNo ?? ''}-${kind}`;
    await this.receipts.enter(
      cast.as(unit, cast.daysAgo(daysAgo - 1)),
      parse(receiptEntry, {
        ...entry,
        ...{ voucherNo: `YS-${number}`, invoiceNo: `FP-${number}` },
        voucherFileId: await this.papers.upload(cast, unit, `银行回单-${number}.txt`, daysAgo - 1),
        invoiceFileId: await this.papers.upload(cast, unit, `发票-${number}.txt`, daysAgo - 1),
      }),
    );
  }

  private async royalty(cast: Cast, { id }: TechnologyContract): Promise<void> {
    const [from, until] = [185, 95].map((days) => shanghaiDay(cast.daysAgo(days)));
    const report = parse(royaltyStatement, {
      ...{ contractId: id, from, until, sales: '40000000', royalty: '1200000' },
      performance: '钝化工艺已用于缸体刀具两条产线，本期销售刀具 3,200 把，按销售额的 3% 计提成。',
    });
    const row = await this.royalties.report(cast.as(cast.side('e01'), cast.daysAgo(92)), report);
    await this.royalties.confirm(cast.as(cast.side('u01'), cast.daysAgo(90)), row);
  }

  /** Drafted on the first of the days, shown in the unit, and on the second one paid; without a second it is still being shown. */
  private async reward(cast: Cast, c: TechnologyContract, income: string, [drafted = 0, paid]: readonly number[]): Promise<void> {
    const unit = cast.side('u01');
    const completers = [
      { name: '演示完成人甲', shareBp: 5000 },
      { name: '演示完成人乙', shareBp: 3000 },
      { name: '演示完成人丙', shareBp: 2000 },
    ];
    const input = parse(distributionDraft, {
      ...{ contractId: c.id, decidedBy: '校长办公会（演示）', decidedOn: shanghaiDay(cast.daysAgo(drafted)), includesHead: false },
      reward: {
        ...{ mode: 'TRANSFER', income, inHenan: true, agreedBp: 7000, completers, receivedOn: shanghaiDay(cast.daysAgo(drafted + 8)) },
        deductions: [
          { kind: 'TAX', name: '附加税费', amount: '360000' },
          { kind: 'MAINTENANCE', name: '专利年费', amount: '240000' },
        ],
      },
    });
    const row = await this.distributions.draft(cast.as(unit, cast.daysAgo(drafted)), input);
    await this.distributions.notice(cast.as(unit, cast.daysAgo(drafted, 10)), row);
    if (paid === undefined) return;
    const agreed = await this.distributions.agree(cast.as(unit, cast.daysAgo(paid)), { id: row.id });
    const payment = { names: completers.map(({ name }) => name), paidOn: shanghaiDay(cast.daysAgo(paid)), voucherNo: 'JC-演示-0001' };
    await this.distributions.pay(cast.as(unit, cast.daysAgo(paid, 11)), { id: agreed.id, version: agreed.version, ...payment });
  }

  /** 变更: both sides agree on more work for more money; two operators examine it. */
  private async change(cast: Cast, c: TechnologyContract): Promise<void> {
    const content = { ...c, totalAmount: '150000000', techAmount: '136000000', paymentTerms: '签约后付48万元，配方中期评审通过付48万元，砂轮磨削试验合格付54万元。' };
    const change = parse(contractChange, { contractId: c.id, reason: '增加第四种候选配方的开发与磨削试验，双方已签补充协议。', content });
    const filed = await this.filings.change(cast.as(cast.side('u01'), cast.daysAgo(140)), change);
    const agreed = await this.filings.agree(cast.as(cast.side('e03'), cast.daysAgo(138)), { id: filed.id });
    const [first, second] = this.operators(cast, 'u01');
    await this.decisions.examine(cast.as(first, cast.daysAgo(136)), { id: agreed.id }, '补充协议齐全，金额构成合理。');
    await this.decisions.grant(cast.as(second, cast.daysAgo(134)), { id: agreed.id }, '准予变更。');
  }

  /** 撤销: the same work had been registered before; the tax office still has to be told. */
  private async revoke(cast: Cast, c: TechnologyContract): Promise<void> {
    const [first, second] = this.operators(cast, 'u11');
    const reason = '核查发现同一服务内容已以另一名称在外地登记机构登记（演示）。';
    const filed = await this.filings.revoke(cast.as(first, cast.daysAgo(30)), { contractId: c.id, ground: 'REGISTERED_TWICE', reason });
    await this.decisions.grant(cast.as(second, cast.daysAgo(27)), { id: filed.id }, '事实清楚，准予撤销。');
    await this.followUps.ofRevocation(cast.as(system, cast.daysAgo(27)), c.id);
  }

  /** Rights were given to the completers more than a year ago, and nobody has used them since. */
  private async dormant(cast: Cast, offered: readonly Achievement[]): Promise<void> {
    const unused = offered[2];
    if (!unused) throw new Error('the seed files hold too few achievements of u01');
    const agreedOn = shanghaiDay(cast.daysAgo(400));
    const grant = { achievementId: unused.id, kind: 'LONG_TERM_USE', holders: ['演示完成人甲', '演示完成人乙'], years: 10, agreedOn, note: '演示数据' };
    await this.grants.enter(cast.as(cast.side('u01'), cast.daysAgo(20)), parse(rightsGrant, grant));
  }

  private operators(cast: Cast, sellerKey: string): [Actor, Actor] {
    const branch = cast.branchOf(sellerKey);
    return [cast.who(branch, 'OPERATOR_L1'), cast.who(branch, 'OPERATOR_L2')];
  }
}

function registered(made: Made, key: string): TechnologyContract {
  const found = made.get(key);
  if (!found?.registrationNo) throw new Error(`${key} of the seed files is not registered`);
  return found;
}
