import { Injectable } from '@nestjs/common';
import {
  awardNoticeEnd,
  distributionMachine,
  DomainError,
  next,
  noticeIsOver,
  rewardOf,
  shanghaiDay,
  type DistributionAction,
  type DistributionDraft,
  type SharePayment,
} from '@jihui/domain';
import { applyChanges } from '../../platform/db/edits.js';
import { system } from '../../platform/auth/actor.js';
import type { Ref, Tx } from '../../platform/db/tx.js';
import { TechnologyContract } from '../contracts/technology-contract.entity.js';
import { RuleBooks } from '../rules/rule-books.service.js';
import { IncomeDistribution } from './income-distribution.entity.js';

/** 奖酬分配: computed by the rules of the day of receipt, shown inside the unit, paid share by share. */
@Injectable()
export class Distributions {
  constructor(private readonly books: RuleBooks) {}

  /** Divides an income of the unit's own contract; no more than has come in and was not divided yet. */
  async draft(tx: Tx, input: DistributionDraft): Promise<IncomeDistribution> {
    tx.demand('distribution.write');
    const contract = await tx.see(TechnologyContract, input.contractId);
    if (contract.sellerId !== tx.actor.organisationId) throw new DomainError('FORBIDDEN');
    const values = await this.computed(tx, contract.id, input, null);
    const row = await tx.insert(IncomeDistribution, {
      ...{ organisationId: contract.sellerId, contractId: contract.id, status: distributionMachine.initial },
      ...values,
      ...{ noticedOn: null, noticeLastDay: null, objections: [], cancelReason: null },
    });
    await tx.record('distribution.drafted', row.id, {});
    return row;
  }

  /** What is edited after an objection needs its notice again. */
  async edit(tx: Tx, ref: Ref, input: DistributionDraft): Promise<IncomeDistribution> {
    const row = await this.step(tx, ref, 'edit');
    const fields = applyChanges(row, await this.computed(tx, row.contractId, input, row.id));
    Object.assign(row, { noticedOn: null, noticeLastDay: null });
    await tx.save(row);
    await tx.record('distribution.edited', row.id, { fields });
    return row;
  }

  /** 单位内公示 for the working days of the rule (国科发政〔2018〕103号). */
  async notice(tx: Tx, ref: Ref): Promise<IncomeDistribution> {
    const row = await this.step(tx, ref, 'notice');
    const today = shanghaiDay(tx.now);
    const lastDay = awardNoticeEnd(today, await this.books.current(tx.em));
    Object.assign(row, { noticedOn: today, noticeLastDay: lastDay });
    await tx.save(row);
    await tx.record('distribution.noticed', row.id, { lastDay });
    return row;
  }

  /** Anybody of the unit, while the notice runs. */
  async object(tx: Tx, ref: Ref, text: string): Promise<IncomeDistribution> {
    const row = await tx.lock(IncomeDistribution, ref, 'distribution.object');
    row.status = next(distributionMachine, row.status, 'object');
    row.objections = [...row.objections, { on: shanghaiDay(tx.now), text, answer: null }];
    await tx.save(row);
    await tx.record('distribution.objected', row.id, { reason: text });
    return row;
  }

  /** Answered, the notice goes on; it ends no earlier than the days of the rule after the answer. */
  async answer(tx: Tx, ref: Ref, answer: string): Promise<IncomeDistribution> {
    const row = await this.step(tx, ref, 'answer');
    row.objections = row.objections.map((o) => ({ ...o, answer: o.answer ?? answer }));
    row.noticeLastDay = awardNoticeEnd(shanghaiDay(tx.now), await this.books.current(tx.em));
    await tx.save(row);
    await tx.record('distribution.answered', row.id, { reason: answer });
    return row;
  }

  /** After the last day of the notice the shares are due. */
  async agree(tx: Tx, ref: Ref): Promise<IncomeDistribution> {
    const row = await this.step(tx, ref, 'agree');
    const lastDay = row.noticeLastDay ?? '';
    if (!noticeIsOver(lastDay, tx.now)) throw new DomainError('NOTICE_RUNNING', { day: lastDay });
    await tx.save(row);
    await tx.record('distribution.agreed', row.id, {});
    return row;
  }

  /** Some or all shares; with the last one it is PAID. */
  async pay(tx: Tx, { id, version, names, paidOn, voucherNo }: SharePayment): Promise<IncomeDistribution> {
    const row = await tx.lock(IncomeDistribution, { id, version }, 'distribution.write');
    const paid = next(distributionMachine, row.status, 'pay');
    if (paidOn > shanghaiDay(tx.now)) throw new DomainError('INVALID_INPUT', { issues: [{ path: 'paidOn', code: 'in_future' }] });
    const wanted = row.shares.filter((s) => names.includes(s.name));
    if (wanted.length < names.length || wanted.some((s) => s.paidOn)) throw new DomainError('INVALID_INPUT', { issues: [{ path: 'names', code: 'share_paid' }] });
    row.shares = row.shares.map((s) => (names.includes(s.name) ? { ...s, paidOn, voucherNo } : s));
    if (row.shares.every((s) => s.paidOn)) row.status = paid;
    await tx.save(row);
    await tx.record('distribution.paid', row.id, { shares: names.length });
    return row;
  }

  async cancel(tx: Tx, ref: Ref, reason: string): Promise<IncomeDistribution> {
    const row = await this.step(tx, ref, 'cancel');
    if (row.shares.some((s) => s.paidOn)) throw new DomainError('HAS_DEPENDANTS');
    row.cancelReason = reason;
    await tx.save(row);
    await tx.record('distribution.cancelled', row.id, { reason });
    return row;
  }

  private async step(tx: Tx, ref: Ref, action: DistributionAction): Promise<IncomeDistribution> {
    const row = await tx.lock(IncomeDistribution, ref, 'distribution.write');
    row.status = next(distributionMachine, row.status, action);
    return row;
  }

  private async computed(tx: Tx, contractId: string, { reward, decidedBy, decidedOn, includesHead }: DistributionDraft, self: string | null) {
    // Two distributions of one contract at once: the second sees what the first has taken.
    await tx.with({ actor: system }).lock(TechnologyContract, { id: contractId }, 'distribution.write');
    const [left]: { most: string }[] = await tx.em.query(
      `select ((select coalesce(sum(amount), 0) from contract_receipt where "contractId" = $1 and "voidedAt" is null)
             - (select coalesce(sum(income), 0) from income_distribution where "contractId" = $1 and status <> 'CANCELLED' and id is distinct from $2))::text as most`,
      [contractId, self],
    );
    const most = BigInt(left?.most ?? '0');
    if (BigInt(reward.income) > most)
      throw new DomainError('INVALID_INPUT', { issues: [{ path: 'reward.income', code: 'not_received', params: { most: `${most / 100n} 元` } }] });
    const { netIncome, appliedBp, pool, shares, payBy, lines, rules } = rewardOf(reward, await this.books.current(tx.em));
    const { mode, income, deductions, inHenan, agreedBp, receivedOn } = reward;
    return {
      ...{ mode, income, deductions, inHenan, agreedBp: agreedBp ?? null, receivedOn, decidedBy, decidedOn, includesHead },
      ...{ netIncome, appliedBp, pool, payBy, lines, rules },
      shares: shares.map((s) => ({ ...s, paidOn: null, voucherNo: null })),
    };
  }
}
