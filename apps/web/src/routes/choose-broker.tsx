import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** The way from a demand that nothing fits to the brokers who could look further. */
export function ChooseBroker({ demandId }: { demandId: string }) {
  const { t } = useTranslation('negotiations');
  return <Link to={`/demands/${demandId}?role=BROKER#people`}>{t('handover.choose')}</Link>;
}
