import { useTranslation } from 'react-i18next';
import type { DemandInput } from '@jihui/domain';

const cell = { padding: '7px 12px 7px 0', borderBottom: '1px solid #e6e9ee', textAlign: 'start', verticalAlign: 'top' } as const;

/** 指标 as a plain table, which prints and is read aloud. */
export function IndicatorTable({ indicators }: { indicators: DemandInput['indicators'] }) {
  const { t } = useTranslation(['demands', 'codes']);
  const target = ({ op, value, unit }: DemandInput['indicators'][number]) => {
    const sign = op === 'TEXT' || op === 'RANGE' ? '' : `${t(`codes:indicatorOp.${op}`)} `;
    return `${sign}${value}${unit ? ` ${unit}` : ''}`;
  };
  return (
    <table style={{ borderCollapse: 'collapse', width: '100%', maxWidth: 640 }}>
      <thead>
        <tr>
          <th scope="col" className="muted" style={{ ...cell, fontWeight: 400 }}>
            {t('page.indicator')}
          </th>
          <th scope="col" className="muted" style={{ ...cell, fontWeight: 400, width: '45%' }}>
            {t('page.target')}
          </th>
        </tr>
      </thead>
      <tbody>
        {indicators.map((i, n) => (
          <tr key={n}>
            <td style={cell}>{i.name}</td>
            <td style={{ ...cell, fontWeight: 600, overflowWrap: 'anywhere' }}>{target(i)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
