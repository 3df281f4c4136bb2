import type { PublicNoticeStatus } from './machine.js';

/** What a form takes; the dated rule PRICING_NOTICE may ask for more. More than a quarter of a year is a slip of the pen. */
export const noticeDays = { least: 15, most: 90 } as const;

const dayMs = 86_400_000;

/** Days that are left after today; 0 on the last day. */
export const noticeDaysLeft = (lastDay: string, today: string): number =>
  Math.max(0, (Date.parse(`${lastDay}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / dayMs);

/** The state on that day: a notice is over with the end of its last day (民法典 Art 203), also before the worker has written it down. */
export const noticeStatusOn = (notice: { status: PublicNoticeStatus; lastDay: string | null }, today: string): PublicNoticeStatus =>
  notice.status === 'RUNNING' && notice.lastDay !== null && notice.lastDay < today ? 'ENDED' : notice.status;
