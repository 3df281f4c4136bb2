import { useTranslation } from 'react-i18next';
import { NegotiationPage } from '../features/negotiations/negotiation-page.js';
import { ConfidentialPanel } from '../features/tiers/confidential-panel.js';

/** A room with what each side shows only under an agreement. */
export function NegotiationWithTiers() {
  const { t } = useTranslation('tiers');
  return (
    <NegotiationPage
      confidential={(talk) => ({
        label: t('tab'),
        children: (
          <>
            <p className="muted">{t('roomHint')}</p>
            <ConfidentialPanel kind="NEGOTIATION" id={talk.id} />
          </>
        ),
      })}
    />
  );
}
