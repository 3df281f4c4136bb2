import { z } from 'zod';
import { shanghaiDay, workingDaysBetween } from '../calendar.js';
import { examinationPeriod, type Examination, type Return } from '../calculations/periods.js';
import { citationOf, type RuleBook, type RuleUse } from '../rules/book.js';

/** 红黄绿: over, near its end, in time; grey while it stands still. */
export const DeadlineLight = z.enum(['GREEN', 'YELLOW', 'RED', 'STOPPED']).meta({ id: 'DeadlineLight' });
export type DeadlineLight = z.infer<typeof DeadlineLight>;

/** So many working days before its end a deadline is yellow. */
export const yellowFrom = 2;
export function lightOf(dueOn: string | null, today: string): DeadlineLight {
  if (dueOn === null) return 'STOPPED';
  const left = workingDaysBetween(today, dueOn);
  if (left < 0) return 'RED';
  return left <= yellowFrom ? 'YELLOW' : 'GREEN';
}

/** What has happened to a file, as its audit trail says it, in the order of time. */
export type FileStep = { event: string; at: Date };

/** The first acceptance and every return after it; a review that reopens a refused file begins the days anew. */
export function fileTimes(steps: readonly FileStep[]): { accepted: string | null; returns: Return[] } {
  let accepted: string | null = null;
  let returns: Return[] = [];
  for (const { event, at } of steps) {
    const day = shanghaiDay(at);
    const open = returns.at(-1);
    if (event === 'contract.reopened') [accepted, returns] = [day, []];
    else if (event === 'contract.accepted') accepted ??= day;
    else if (event === 'contract.returned' && accepted !== null) returns.push({ returned: day, resubmitted: null });
    else if (event === 'contract.submitted' && open?.resubmitted === null) open.resubmitted = day;
  }
  return { accepted, returns };
}

export type ExaminationClock = Examination & { light: DeadlineLight; stops: Return[]; days: number; rule: RuleUse };

/** The examination's legal last day by the rule of the day of acceptance: Henan's, where there is none the nation's. Null before acceptance. */
export function examinationClock(steps: readonly FileStep[], book: RuleBook, today: string): ExaminationClock | null {
  const { accepted, returns } = fileTimes(steps);
  if (accepted === null) return null;
  const rule = book.on('EXAMINATION_HENAN', accepted) ?? book.on('EXAMINATION_NATIONAL', accepted);
  if (!rule) return null;
  const period = examinationPeriod(accepted, returns, rule.value);
  return { ...period, stops: returns, days: rule.value.days, light: lightOf(period.dueOn, today), rule: citationOf(rule) };
}

/** The rule by which experts are heard; null below its threshold. The draft is not in force: that this market follows it is the market's own order. */
export function expertStep(techAmount: string | null, book: RuleBook, day: string): { days: number; from: string; rule: RuleUse } | null {
  const rule = book.on('EXAMINATION_DRAFT', day);
  if (!rule || techAmount === null || BigInt(techAmount) < BigInt(rule.value.expertFrom)) return null;
  return { days: rule.value.expertDays, from: rule.value.expertFrom, rule: citationOf(rule) };
}
