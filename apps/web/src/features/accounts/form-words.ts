import { useTranslation } from 'react-i18next';
import { issueSentence, refusalOf } from '../../lib/sentences.js';

/** What every form of this feature says about errors. */
export function useFormWords() {
  const { t } = useTranslation('common');
  return { refusalOf, sentenceOf: issueSentence, summaryTitle: t('formErrorsTitle') };
}
