type Shown = { label: string; op: string; low: number; high?: number | null; unit: string; change?: string | null };
const signs: Record<string, string> = { GE: '≥', LE: '≤', EQ: '=' };
/** The sign before a goal; none for ranges and words. */
export const signOf = (op: string): string => signs[op] ?? '';
const changes: Record<string, string> = { UP: '↑', DOWN: '↓' };
const grouped = new Intl.NumberFormat('zh-CN', { maximumSignificantDigits: 6, useGrouping: false });

/** "抗压强度 ≥ 900 MPa", "能耗 ↓ ≥ 30 %", "线径 40–45 μm". */
export function indicatorText({ label, op, low, high, unit, change }: Shown): string {
  const from = grouped.format(low);
  const value = op === 'RANGE' && high !== null && high !== undefined ? (low === -high ? `±${grouped.format(high)}` : `${from}～${grouped.format(high)}`) : `${signOf(op)} ${from}`;
  return [label, change ? (changes[change] ?? '') : '', value, unit].filter(Boolean).join(' ');
}
