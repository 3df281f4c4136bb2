import { addDays } from '../calendar.js';

/** At least 15 days (国发〔2016〕16号 [M, C]; 浙江 Art 17 and 山东 Art 14 say the same [L, C]). More than a quarter of a year is a slip of the pen. */
export const noticeDays = { least: 15, most: 90 } as const;

const dayMs = 86_400_000;

/** Calendar days from one day to another. */
export const daysBetween = (from: string, to: string): number => (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs;

/**
 * The last day of a notice. Calendar days, holidays among them: the rule says 日, not 工作日. The day of publication does not count and the
 * period ends with the end of its last day (民法典 Art 201, 203).
 */
export const noticeLastDay = (publishedOn: string, days: number): string => addDays(publishedOn, days);

/** The last day after the clock stood still: every day on which it stood, the first included and the last not, is added. */
export const resumedLastDay = (lastDay: string, frozenOn: string, resumedOn: string): string =>
  addDays(lastDay, daysBetween(frozenOn, resumedOn));

/** Days that are left after today; 0 on the last day. */
export const noticeDaysLeft = (lastDay: string, today: string): number => Math.max(0, daysBetween(today, lastDay));
