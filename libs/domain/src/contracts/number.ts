import { shanghaiDay } from '../calendar.js';

/** The year in whose sequence a registration stands: that of the day in Shanghai, which begins eight hours before the world's. */
export function registrationYear(at: Date): number {
  return Number(shanghaiDay(at).slice(0, 4));
}

/** 平台登记编号: market prefix, branch, year, serial without gaps per branch and year. It is ours, not the national 16-digit number. */
export function platformNo(branchCode: string, year: number, serial: number): string {
  return `JH${branchCode}-${year}-${String(serial).padStart(6, '0')}`;
}

/** A number as somebody types it (full width, small letters, other dashes, blanks), in the form in which it is stored. */
export function tidyPlatformNo(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[‐-―−]/g, '-')
    .replace(/\s/g, '');
}

/** The registration number in what somebody typed into a search, whole or as a part of it; null where there is none. */
export function platformNoIn(text: string): string | null {
  const [, branch, year, serial] = /(?<![A-Z])JH([A-Z]{2,6})-?(\d{4})-?(\d{6})(?!\d)/.exec(tidyPlatformNo(text)) ?? [];
  return branch && year && serial ? platformNo(branch, Number(year), Number(serial)) : null;
}
