import i18next from 'i18next';
import { formatMoney, formatYuan } from '@jihui/domain';

const yuan = new Intl.NumberFormat('en', { style: 'currency', currency: 'CNY', maximumFractionDigits: 0 });

/** An amount in the page's language: 68.5 万元, or CN¥685,000. */
export function money(fen: string): string {
  return i18next.language === 'en' ? yuan.format(BigInt(fen) / 100n) : formatMoney(fen);
}

/** The same to the fen: 685,000 元, or CN¥685,000. */
export function exactMoney(fen: string | bigint): string {
  const amount = BigInt(fen);
  const rest = amount % 100n;
  return i18next.language === 'en' ? `${yuan.format(amount / 100n)}${rest ? `.${String(rest).padStart(2, '0')}` : ''}` : formatYuan(amount);
}

/** From – to; one figure when both are the same or only one is known; nothing when neither is. */
export function moneyRange(min: string | null | undefined, max: string | null | undefined): string {
  if (min && max && min !== max) return `${money(min)} – ${money(max)}`;
  const one = min ?? max;
  return one ? money(one) : '';
}
