import { useTranslation } from 'react-i18next';
import { EmptyState, Panel } from '@jihui/ui';
import { money } from '../../lib/money.js';
import type { Contract } from './contracts.api.js';

/** Everything that differs from what was last returned, old beside new; what the clauses below show themselves is left out where they are shown. */
export function ContractChanges({ contract, besides = [] }: { contract: Contract; besides?: readonly string[] }) {
  const { t } = useTranslation(['contracts', 'codes']);
  const rows = contract.changes.filter((c) => !besides.includes(c.field));
  const words = (field: string, value: string | null): string => {
    if (!value) return t('page.empty');
    if (field === 'totalAmount' || field === 'techAmount') return money(value);
    if (field === 'paymentMode') return t(`codes:paymentMode.${value}` as 'codes:paymentMode.LUMP_SUM');
    if (field === 'techField') return t(`codes:techField.${value}` as 'codes:techField.NEW_MATERIALS');
    if (field === 'type') return t(`codes:contractType.${value}` as 'codes:contractType.SERVICE');
    return value;
  };
  if (!rows.length) return besides.length ? null : <EmptyState text={t('desk.noChanges')} />;
  return (
    <Panel title={t('page.changed')}>
      <dl className="contract-changes">
        {rows.map((c) => (
          <div key={c.field}>
            <dt>{t(`field.${c.field}` as 'field.title')}</dt>
            <dd>
              <del>{words(c.field, c.before)}</del>
              <ins>{words(c.field, c.after)}</ins>
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
