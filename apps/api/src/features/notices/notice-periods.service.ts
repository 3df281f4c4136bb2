import { Injectable } from '@nestjs/common';
import { DomainError, editedFields, noticePeriod, shanghaiDay, type RuleValue } from '@jihui/domain';
import type { Tx } from '../../platform/db/tx.js';
import { RuleBooks } from '../rules/rule-books.service.js';
import { NoticeObjection } from './notice-objection.entity.js';
import type { PublicNotice } from './public-notice.entity.js';

/** How long a notice stays, by the dated rule PRICING_NOTICE of the day on which its period began. */
@Injectable()
export class NoticePeriods {
  constructor(private readonly books: RuleBooks) {}

  /** Begins the period today; refuses fewer days than the rule asks for. */
  async begin(tx: Tx, notice: PublicNotice): Promise<void> {
    const today = shanghaiDay(tx.now);
    const { days } = await this.ruleOn(tx, today);
    if (notice.days < days)
      throw new DomainError('INVALID_INPUT', { issues: [{ path: 'days', code: 'too_small.number', params: { minimum: days } }] });
    Object.assign(notice, { startedOn: today, round: notice.round + 1 });
    notice.lastDay = await this.lastDay(tx, notice, today);
  }

  /** Whether an edit of these fields begins the period again; so does another number of days. */
  async restarts(tx: Tx, fields: readonly string[]): Promise<boolean> {
    const { restartsOn } = await this.ruleOn(tx, shanghaiDay(tx.now));
    return fields.includes('days') || restartsOn.some((edit) => editedFields[edit].some((field) => fields.includes(field)));
  }

  /** The last day of the running period, every day with an open objection left out; all objections must be answered. */
  async lastDay(tx: Tx, { id, days, startedOn }: PublicNotice, today: string): Promise<string> {
    if (startedOn === null) throw new Error(`notice ${id} has not begun`);
    const rule = await this.ruleOn(tx, startedOn);
    const stops = (await tx.em.findBy(NoticeObjection, { noticeId: id }))
      .map((o) => ({ from: shanghaiDay(o.createdAt), to: o.answeredAt && shanghaiDay(o.answeredAt) }))
      .filter((stop) => stop.from >= startedOn);
    const { lastDay } = noticePeriod(startedOn, [], stops, { ...rule, days }, today);
    if (lastDay === null) throw new Error(`notice ${id} has an open objection`);
    return lastDay;
  }

  private async ruleOn(tx: Tx, day: string): Promise<RuleValue<'PRICING_NOTICE'>> {
    const rule = (await this.books.current(tx.em)).on('PRICING_NOTICE', day);
    if (!rule) throw new Error(`no rule PRICING_NOTICE on ${day}`);
    return rule.value;
  }
}
