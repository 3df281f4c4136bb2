import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** The browser tab's title while a page is shown. */
export function usePageTitle(title: string | undefined): void {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = title ? `${title} · ${t('brand')}` : `${t('brand')} · ${t('tagline')}`;
  }, [title, t]);
}
