import { Mutation, Query, Resolver } from '@nestjs/graphql';
import { In } from 'typeorm';
import { holidayImport, ruleAmendment, type HolidayImport, type RuleAmendment } from '@jihui/domain';
import type { Actor } from '../../platform/auth/actor.js';
import { Allow, CurrentActor } from '../../platform/auth/allow.js';
import { AuditEvent } from '../../platform/db/audit-event.entity.js';
import { Db } from '../../platform/db/db.js';
import { Input } from '../../platform/graphql/zod-input.js';
import { DatedRuleRow } from './dated-rule.entity.js';
import { RuleAmending } from './rule-amending.service.js';
import { RuleBooks } from './rule-books.service.js';
import { WorkingDayYear } from './working-day-year.entity.js';
import { WorkingDays } from './working-days.service.js';

/** The law as data: read by anybody, amended by the platform's administrator. */
@Resolver()
export class RulesResolver {
  constructor(
    private readonly db: Db,
    private readonly books: RuleBooks,
    private readonly amending: RuleAmending,
    private readonly workingDays: WorkingDays,
  ) {}

  @Allow('public.read')
  @Query(() => [DatedRuleRow])
  rules(): Promise<DatedRuleRow[]> {
    return this.books.rows();
  }

  @Allow('public.read')
  @Query(() => [WorkingDayYear])
  workingDayYears(): Promise<WorkingDayYear[]> {
    return this.workingDays.years();
  }

  /** Who has amended what, newest first. */
  @Allow('rule.read')
  @Query(() => [AuditEvent])
  ruleChanges(): Promise<AuditEvent[]> {
    return this.db.em.find(AuditEvent, { where: { event: In(['rule.amended', 'rule.holidaysImported']) }, order: { at: 'DESC', id: 'DESC' }, take: 100 });
  }

  @Allow('rule.edit')
  @Mutation(() => DatedRuleRow)
  amendRule(@CurrentActor() actor: Actor, @Input(ruleAmendment) input: RuleAmendment): Promise<DatedRuleRow> {
    return this.db.run(actor, (tx) => this.amending.amend(tx, input));
  }

  @Allow('rule.edit')
  @Mutation(() => WorkingDayYear)
  async importHolidays(@CurrentActor() actor: Actor, @Input(holidayImport) input: HolidayImport): Promise<WorkingDayYear> {
    const row = await this.db.run(actor, (tx) => this.workingDays.import(tx, input));
    await this.workingDays.reload();
    return row;
  }
}
