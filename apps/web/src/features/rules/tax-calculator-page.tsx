import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { shanghaiDay, type TaxEstimateInput } from '@jihui/domain';
import { PageFrame } from '@jihui/ui';
import { usePageTitle } from '../../app/page-title.js';
import { TaxEstimate } from './tax-estimate.js';

/** A first example for whoever has no contract yet. */
export const exampleInput = (): TaxEstimateInput => ({
  ...{ day: shanghaiDay(new Date()), type: 'DEV_COMMISSIONED', totalAmount: '100000000', techAmount: '100000000', priceIncludesVat: true, recognised: true, attached: false },
  ...{ buyerDeductsVat: true, sellerKind: 'UNIVERSITY', sellerInHenan: true, sellerAbroad: false, fullyRelated: false, licenceMonths: null },
  ...{ transferCosts: '0', transferIncomeBefore: '0', buyerIsEnterprise: true, buyerInHenan: true, implementedInHenan: true, buyerTax: 'NORMAL' },
  ...{ buyerDomesticExpenses: null, received: '100000000', institutionNamed: false },
});

/** The calculator for everybody; nothing typed here is kept. */
export function TaxCalculatorPage() {
  const { t } = useTranslation('rules');
  usePageTitle(t('estimate.pageTitle'));
  return (
    <PageFrame title={t('estimate.pageTitle')} meta={<>{t('estimate.pageLead')} <Link to="/law">{t('seeRules')}</Link></>}>
      <TaxEstimate initial={exampleInput()} open />
    </PageFrame>
  );
}
