import { useTranslation } from 'react-i18next';

/** 核心指标 第 2 项 目标值 for indicators.1.target. */
export function useLabelOf(): (path: string) => string {
  const { t } = useTranslation('challenges');
  return (path) => {
    const [field = '', n, part] = path.split('.');
    const name = t(`field.${field}` as 'field.title');
    if (n === undefined) return name;
    const parts = {
      indicators: 'indicator',
      criteria: 'criterion',
      paymentPlan: 'payment',
      gates: 'gate',
      partners: 'partner',
      answers: 'answer',
      targets: 'promise',
      scores: 'score',
    } as const;
    const group = field in parts ? parts[field as keyof typeof parts] : null;
    return [name, t('item', { n: Number(n) + 1 }), part && group ? t(`${group}.${part}` as 'indicator.name') : '']
      .filter(Boolean)
      .join(' ');
  };
}
