import { CheckCircleFilled, CloseCircleFilled } from '@ant-design/icons';
import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import type { FundingLineCode } from '@jihui/domain';
import { formatMoney } from '../../lib/format.js';

type Line = { code: FundingLineCode; ok: boolean; params: unknown; basis: string | null };
const amounts = ['actual', 'required', 'missing', 'most', 'received', 'amount', 'left'];

const words = (code: string, params: object): string =>
  (i18next.t as (key: string, params: object) => string)(`challengeTasks:line.${code}`, params);

/** Line by line why fiscal money may go out, or may not. */
export function ReleaseLines({ lines }: { lines: readonly Line[] }) {
  const { t } = useTranslation('challengeTasks');
  const shown = (params: unknown): Record<string, string> =>
    Object.fromEntries(
      Object.entries(typeof params === 'object' && params !== null ? params : {}).map(([key, value]) => [
        key,
        amounts.includes(key) ? formatMoney(String(value)) : String(value),
      ]),
    );
  return (
    <ul aria-label={t('release')} style={{ listStyle: 'none', margin: '0 0 16px', padding: 0, display: 'grid', gap: 6 }}>
      {lines.map((l) => (
        <li key={l.code} style={{ display: 'flex', gap: 8 }}>
          <span aria-label={t(l.ok ? 'holds' : 'fails')}>
            {l.ok ? <CheckCircleFilled style={{ color: '#1f6b41' }} /> : <CloseCircleFilled style={{ color: '#a11c13' }} />}
          </span>
          <span>
            {words(l.code, shown(l.params))}
            {l.basis && !l.ok ? <span className="muted" style={{ display: 'block', fontSize: 13 }}>{l.basis}</span> : null}
          </span>
        </li>
      ))}
    </ul>
  );
}
