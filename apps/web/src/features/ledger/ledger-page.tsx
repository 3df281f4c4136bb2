import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loading, PageFrame, Panel } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { usePageTitle } from '../../app/page-title.js';
import { count } from '../../lib/format.js';
import { getLedger } from './ledger.api.js';
import { HowToVerify } from './how-to-verify.js';
import { RootsTable } from './roots-table.js';
import './ledger.css';

/** The ledger for anybody: how long it is, the root of every day, and how to check it without trusting us. */
export function LedgerPage() {
  const { t } = useTranslation('ledger');
  usePageTitle(t('title'));
  const { data, error, refetch } = useQuery({ queryKey: ['ledger'], queryFn: getLedger });
  if (error) return <FailedToLoad error={error} retry={() => void refetch()} />;
  if (!data) return <Loading rows={8} />;
  const figures: [string, string][] = [
    [t('entries'), count(data.entries)],
    [t('days'), count(data.days)],
    [t('unsealed'), count(data.unsealed)],
    [t('chains'), data.heads.map((head) => head.chain).join(t('comma')) || '0'],
  ];
  return (
    <PageFrame title={t('title')} meta={t('intro')}>
      <Panel>
        <dl className="ledger-figures">
          {figures.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd className="num">{value}</dd>
            </div>
          ))}
        </dl>
      </Panel>
      <Panel title={t('verify.title')}>
        <HowToVerify />
      </Panel>
      <Panel title={t('roots.title')}>
        <RootsTable />
      </Panel>
    </PageFrame>
  );
}
