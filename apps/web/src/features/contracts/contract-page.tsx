import { useQuery } from '@tanstack/react-query';
import { Tabs } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { Loading, PageFrame, Panel, StatusTag } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { usePageTitle } from '../../app/page-title.js';
import { money } from '../../lib/money.js';
import { BrokerQuestions } from './broker-questions.js';
import { ContractActions } from './contract-actions.js';
import { ContractAmounts } from './contract-amounts.js';
import { ContractChecks } from './contract-checks.js';
import { ContractFacts, ContractParties } from './contract-facts.js';
import { ContractFiles } from './contract-files.js';
import { ContractHistory, ContractReviews } from './contract-history.js';
import { ContractNotices } from './contract-notices.js';
import { contractTone } from './contract-status.js';
import { ContractSteps } from './contract-steps.js';
import { ContractText } from './contract-text.js';
import { contractKeys, getContract, type Contract } from './contracts.api.js';
import './contracts.css';

type Slots = {
  estimate?: (contract: Contract) => ReactNode;
  wholeText?: (contract: Contract) => ReactNode;
  moreTabs?: (contract: Contract) => { key: string; label: string; children: ReactNode }[];
};

/** A contract for those who conclude or examine it: its state and next step, the way it has gone, its text and papers. */
export function ContractPage({ estimate, wholeText, moreTabs }: Slots) {
  const { t } = useTranslation(['contracts', 'common']);
  const { id = '' } = useParams();
  const [params, setParams] = useSearchParams();
  const { data: contract, error, refetch } = useQuery({ queryKey: contractKeys.one(id), queryFn: () => getContract(id) });
  usePageTitle(contract?.title);
  if (error) return <FailedToLoad error={error} retry={() => void refetch()} />;
  if (!contract) return <Loading rows={10} />;
  const questions = contract.checks.filter((c) => !c.ok).length;
  return (
    <PageFrame
      title={contract.title || t('page.untitled')}
      crumbs={[{ title: t('title'), href: '/contracts' }, { title: contract.registrationNo ?? contract.title }]}
      link={(href, title) => <Link to={href}>{title}</Link>}
      tag={<StatusTag tone={contractTone[contract.status]}>{t(`status.${contract.status}`)}</StatusTag>}
      meta={<Meta contract={contract} />}
      actions={<ContractActions contract={contract} />}
      aside={
        <>
          <Panel title={t('page.facts')}>
            <ContractFacts contract={contract} />
          </Panel>
          <Panel>
            <ContractParties contract={contract} withConfirmations={contract.status === 'DRAFT' || contract.status === 'CONFIRMED'} />
          </Panel>
        </>
      }
    >
      <ContractNotices contract={contract} />
      <BrokerQuestions contract={contract} />
      <Panel>
        <ContractSteps contract={contract} />
      </Panel>
      <Tabs
        activeKey={params.get('tab') ?? 'text'}
        onChange={(tab) => setParams(tab === 'text' ? {} : { tab }, { replace: true })}
        items={[
          {
            key: 'text',
            label: t('page.text'),
            children: (
              <>
                <ContractAmounts contract={contract} />
                <ContractText contract={contract} showChanges={contract.submittedAt !== null && !contract.registeredAt} />
              </>
            ),
          },
          ...(wholeText ? [{ key: 'document', label: t('page.document'), children: wholeText(contract) }] : []),
          {
            key: 'checks',
            label: questions ? `${t('page.checks')} ${questions}` : t('page.checks'),
            children: (
              <Panel>
                <ContractChecks checks={contract.checks} />
              </Panel>
            ),
          },
          {
            key: 'files',
            label: `${t('page.files')} ${contract.files.length}`,
            children: (
              <Panel>
                <ContractFiles contract={contract} />
              </Panel>
            ),
          },
          ...(estimate ? [{ key: 'estimate', label: t('page.estimate'), children: estimate(contract) }] : []),
          ...(moreTabs?.(contract) ?? []),
          { key: 'history', label: t('page.history'), children: <Trail contract={contract} /> },
        ]}
      />
    </PageFrame>
  );
}

function Meta({ contract: c }: { contract: Contract }) {
  const { t } = useTranslation(['contracts', 'codes']);
  return (
    <>
      {c.registrationNo ? (
        <Link to={`/verify/${c.registrationNo}`} className="num">
          {c.registrationNo}
        </Link>
      ) : null}
      <span>{`${c.seller.name} → ${c.buyer.name}`}</span>
      <span>{t(`codes:contractType.${c.type}`)}</span>
      {c.totalAmount ? <span className="num">{money(c.totalAmount)}</span> : null}
    </>
  );
}

function Trail({ contract }: { contract: Contract }) {
  const { t } = useTranslation('contracts');
  return (
    <>
      {contract.reviews.length ? (
        <Panel title={t('desk.reviews')}>
          <ContractReviews reviews={contract.reviews} />
        </Panel>
      ) : null}
      <Panel title={t('page.history')}>
        <ContractHistory lines={contract.history} />
      </Panel>
    </>
  );
}
