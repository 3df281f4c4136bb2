import { useTranslation } from 'react-i18next';
import { formatYuan, redline, type TermKey, type TermValue } from '@jihui/domain';

/** What a clause says, as a person reads it. */
export function useTermWords(): (key: TermKey, value: TermValue) => string {
  const { t } = useTranslation(['negotiations', 'codes']);
  return (key, { type, totalAmount, paymentMode, termMonths, text }) => {
    if (key === 'type') return type ? t(`codes:contractType.${type}`) : '';
    if (key === 'term') return t('terms.months', { count: termMonths ?? 0 });
    if (key !== 'price') return text ?? '';
    return [totalAmount ? formatYuan(totalAmount) : '', paymentMode ? t(`codes:paymentMode.${paymentMode}`) : '', text ?? ''].filter(Boolean).join('\n');
  };
}

/** What the later words took out and put in; read aloud as deletions and insertions. */
export function Redlined({ before, after }: { before: string; after: string }) {
  return redline(before, after).map(({ kind, text }, i) =>
    kind === 'same' ? <span key={i}>{text}</span> : kind === 'added' ? <ins key={i}>{text}</ins> : <del key={i}>{text}</del>,
  );
}
