import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { shanghaiDay, SellerKind, wholeMonths, type TaxEstimateInput } from '@jihui/domain';
import { AfterPanel } from '../features/contract-matters/after-panel.js';
import { ContractPage } from '../features/contracts/contract-page.js';
import type { Contract } from '../features/contracts/contracts.api.js';
import { MoneyPanel } from '../features/receipts/money-panel.js';
import { WholeTextPanel } from '../features/contract-texts/whole-text.js';
import { TaxEstimate } from '../features/rules/tax-estimate.js';

/** What the contract says of itself; the rest is a first guess that the reader corrects. */
function inputOf(c: Contract, totalAmount: string, techAmount: string): TaxEstimateInput {
  const isEnterprise = c.buyer.kind === 'ENTERPRISE';
  return {
    ...{ day: c.signedOn ?? shanghaiDay(new Date()), type: c.type, totalAmount, techAmount, priceIncludesVat: true, recognised: true, attached: false },
    ...{ buyerDeductsVat: isEnterprise, sellerKind: SellerKind.catch('ENTERPRISE').parse(c.seller.kind), sellerAbroad: false, fullyRelated: false },
    // Every region of the register lies in Henan.
    ...{ sellerInHenan: true, buyerInHenan: true, implementedInHenan: true, buyerIsEnterprise: isEnterprise, buyerTax: isEnterprise ? 'NORMAL' : 'NONE' },
    licenceMonths: c.startsOn && c.endsOn ? wholeMonths(c.startsOn, c.endsOn) || null : null,
    ...{ transferCosts: '0', transferIncomeBefore: '0', buyerDomesticExpenses: null, received: totalAmount, institutionNamed: false },
  };
}

function Estimate({ contract: c }: { contract: Contract }) {
  const { t } = useTranslation('rules');
  if (!c.totalAmount || !c.techAmount) return <Alert type="info" showIcon title={t('estimate.needsAmounts')} />;
  const input = inputOf(c, c.totalAmount, c.techAmount);
  return <TaxEstimate key={JSON.stringify(input)} initial={input} subject={c.registrationNo ? `${c.title}（${c.registrationNo}）` : c.title} />;
}

function WholeText({ contract: c }: { contract: Contract }) {
  const isConfirmed = c.sellerConfirmedRevision === c.revision && c.buyerConfirmedRevision === c.revision;
  return <WholeTextPanel contractId={c.id} mayEdit={c.availableActions.includes('edit')} isConfirmed={isConfirmed} />;
}

/** A contract with its whole text, the estimate of what it means for taxes and subsidies, and what follows its registration. */
export function ContractWithEstimate() {
  const { t } = useTranslation('aftercare');
  return (
    <ContractPage
      estimate={(contract) => <Estimate contract={contract} />}
      wholeText={(contract) => <WholeText contract={contract} />}
      moreTabs={(contract) => [
        ...(contract.submittedAt ? [{ key: 'after', label: t(contract.registrationNo ? 'tab' : contract.status === 'REFUSED' ? 'tabRefused' : 'tabReview'), children: <AfterPanel contractId={contract.id} /> }] : []),
        ...(contract.registrationNo ? [{ key: 'money', label: t('money.tab'), children: <MoneyPanel contractId={contract.id} /> }] : []),
      ]}
    />
  );
}
