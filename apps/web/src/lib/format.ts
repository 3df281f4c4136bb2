import i18next from 'i18next';
import { shanghaiDay, workingDaysBetween } from '@jihui/domain';

export { formatMoney, formatYuan } from '@jihui/domain';

const time = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit', hour12: false });

/** 2026-11-22 */
export const day = (at: string | Date): string => shanghaiDay(new Date(at));
/** 09:41 */
export const clock = (at: string | Date): string => time.format(new Date(at));
/** 2026-11-22 09:41 */
export const moment = (at: string | Date): string => `${day(at)} ${clock(at)}`;

/** 今天 09:41, 昨天, 3 天前; from a week on the date. */
export function since(at: string | Date, now: Date = new Date()): string {
  const days = Math.round((Date.parse(shanghaiDay(now)) - Date.parse(day(at))) / 86_400_000);
  if (days <= 0) return `${i18next.t('today')} ${clock(at)}`;
  if (days === 1) return i18next.t('yesterday');
  return days < 7 ? i18next.t('daysAgo', { count: days }) : day(at);
}

/** 还剩 3 个工作日, and whether it is late. */
export function deadline(due: string, now: Date = new Date()): { text: string; tone: 'ok' | 'soon' | 'late' } {
  const left = workingDaysBetween(shanghaiDay(now), day(due));
  if (left < 0) return { text: i18next.t('overdue', { count: -left }), tone: 'late' };
  if (left === 0) return { text: i18next.t('dueToday'), tone: 'soon' };
  return { text: i18next.t('workingDaysLeft', { count: left }), tone: left <= 2 ? 'soon' : 'ok' };
}

export const count = (n: number): string => new Intl.NumberFormat('zh-CN').format(n);
