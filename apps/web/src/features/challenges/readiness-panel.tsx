import { CheckCircleFilled, CloseCircleFilled, WarningFilled } from '@ant-design/icons';
import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import type { ReadinessCheck } from '@jihui/domain';
import { Panel } from '@jihui/ui';
import { formatMoney } from '../../lib/format.js';

type Check = Pick<ReadinessCheck, 'code' | 'ok' | 'basis'> & { severity: string; params: unknown };
const moneyKeys = ['amount', 'least', 'cash', 'own'];

const sentence = (code: string, ok: boolean, params: object): string =>
  (i18next.t as (key: string, params: object) => string)(`challenges:readiness.${code}.${ok ? 'good' : 'bad'}`, params);

/** Each rule with its figures and its ground: what holds, what keeps the item back, what is only advised. */
export function ReadinessPanel({ checks }: { checks: readonly Check[] }) {
  const { t } = useTranslation('challenges');
  const figures = (params: unknown): Record<string, string> =>
    Object.fromEntries(
      Object.entries(typeof params === 'object' && params !== null ? params : {}).map(([key, value]) => {
        const text = String(value);
        if (moneyKeys.includes(key)) return [key, formatMoney(text)];
        return [
          key,
          key === 'fields'
            ? text
                .split(' ')
                .filter(Boolean)
                .map((f) => t(`field.${f}` as 'field.title'))
                .join('、')
            : text,
        ];
      }),
    );
  const icon = (c: Check) =>
    c.ok ? (
      <CheckCircleFilled style={{ color: '#1f6b41' }} />
    ) : c.severity === 'BLOCK' ? (
      <CloseCircleFilled style={{ color: '#a11c13' }} />
    ) : (
      <WarningFilled style={{ color: '#9a6200' }} />
    );
  return (
    <Panel title={t('readiness.title')}>
      <ul style={{ listStyle: 'none', margin: 0, padding: 0, display: 'grid', gap: 8 }}>
        {checks.map((c) => (
          <li key={c.code} style={{ display: 'flex', gap: 8 }}>
            <span aria-label={t(c.ok ? 'readiness.ok' : c.severity === 'BLOCK' ? 'readiness.block' : 'readiness.warn')}>{icon(c)}</span>
            <span>
              {sentence(c.code, c.ok, figures(c.params))}
              {c.basis && !c.ok ? (
                <span className="muted" style={{ display: 'block', fontSize: 13 }}>
                  {c.basis}
                </span>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
