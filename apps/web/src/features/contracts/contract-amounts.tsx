import { useTranslation } from 'react-i18next';
import { formatYuan } from '@jihui/domain';
import { Panel } from '@jihui/ui';
import { Citations, ExplainedLines } from '../../lib/explained-lines.js';
import type { Contract } from './contracts.api.js';

/** 金额明细 of a contract, and step by step why its amounts are what they are. */
export function ContractAmounts({ contract: { amountLines, amounts } }: { contract: Contract }) {
  const { t } = useTranslation('contracts');
  if (!amounts) return null;
  return (
    <Panel title={t('field.amountLines')}>
      <div className="amount-lines-scroll">
        <table className="amount-lines">
          <thead>
            <tr>
              {(['category', 'name', 'quantity', 'unitPrice', 'sum'] as const).map((column) => (
                <th key={column} scope="col" className="muted" style={{ fontWeight: 400 }}>
                  {t(`amountLine.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {amountLines.map((l, n) => (
              <tr key={n}>
                <td>{t(`amountCategory.${l.category}`)}</td>
                <td>{l.name}</td>
                <td className="num">{l.quantity}</td>
                <td className="num">{formatYuan(l.unitPrice)}</td>
                <td className="num">{formatYuan(BigInt(l.unitPrice) * BigInt(l.quantity))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <h3 style={{ fontSize: 14, margin: '0 0 4px' }}>{t('amountLine.why')}</h3>
      <ExplainedLines lines={amounts.lines} />
      <Citations rules={amounts.rules} />
    </Panel>
  );
}
