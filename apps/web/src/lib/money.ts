import i18next from 'i18next';
import { formatMoney } from '@jihui/domain';

const yuan = new Intl.NumberFormat('en', { style: 'currency', currency: 'CNY', maximumFractionDigits: 0 });

/** An amount in the page's language: 68.5 万元, or CN¥685,000. */
export function money(fen: string): string {
  return i18next.language === 'en' ? yuan.format(BigInt(fen) / 100n) : formatMoney(fen);
}

/** From – to; one figure when both are the same or only one is known; nothing when neither is. */
export function moneyRange(min: string | null | undefined, max: string | null | undefined): string {
  if (min && max && min !== max) return `${money(min)} – ${money(max)}`;
  const one = min ?? max;
  return one ? money(one) : '';
}
