import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Panel, StatusTag } from '@jihui/ui';
import { ContractChanges } from './contract-changes.js';
import { ContractChecks } from './contract-checks.js';
import { ContractFacts, ContractParties } from './contract-facts.js';
import { ContractFiles } from './contract-files.js';
import { ContractReviews } from './contract-history.js';
import { contractTone } from './contract-status.js';
import { clauses, ContractText } from './contract-text.js';
import type { Contract } from './contracts.api.js';

/** The text, with the words marked that a check asks about, and what has changed since the last return. */
export function ReviewedText({ contract, onlyChanges }: { contract: Contract; onlyChanges: boolean }) {
  const { t } = useTranslation('contracts');
  return (
    <>
      <div className="review-title">
        <h2>{contract.title}</h2>
        <StatusTag tone={contractTone[contract.status]}>{t(`status.${contract.status}`)}</StatusTag>
        <Link to={`/contracts/${contract.id}`} target="_blank">
          {t('desk.openPage')}
        </Link>
      </div>
      {onlyChanges ? (
        <ContractChanges contract={contract} />
      ) : (
        <>
          <ContractChanges contract={contract} besides={clauses} />
          <ContractText contract={contract} showChanges />
        </>
      )}
    </>
  );
}

/** What the reviewer decides by: checks first, then figures, sides, papers, and what the colleague wrote. */
export function ReviewedFacts({ contract, experts }: { contract: Contract; experts: ReactNode }) {
  const { t } = useTranslation('contracts');
  return (
    <aside className="review-side">
      {contract.reviews.length ? (
        <Panel title={t('desk.reviews')}>
          <ContractReviews reviews={contract.reviews} />
        </Panel>
      ) : null}
      {experts}
      <Panel title={t('page.checks')}>
        <ContractChecks checks={contract.checks} compact />
      </Panel>
      <Panel title={t('page.facts')}>
        <ContractFacts contract={contract} />
      </Panel>
      <Panel>
        <ContractParties contract={contract} />
      </Panel>
      <Panel title={t('page.files')}>
        <ContractFiles contract={contract} />
      </Panel>
    </aside>
  );
}
