import { useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { count } from '../../lib/format.js';

/** The facets on a phone: behind a button, over the whole screen, closed by what they found. */
export function FacetDrawer({ chosen, total, children }: { chosen: number; total: number; children: ReactNode }) {
  const { t } = useTranslation('search');
  const dialog = useRef<HTMLDialogElement>(null);
  const close = (): void => dialog.current?.close();
  return (
    <>
      <button type="button" className="plain-button phone-only" aria-haspopup="dialog" onClick={() => dialog.current?.showModal()}>
        {chosen ? t('filtersChosen', { n: chosen }) : t('filters')}
      </button>
      <dialog ref={dialog} className="facet-drawer" aria-label={t('filters')} onClick={(e) => e.target === dialog.current && close()}>
        <div className="facet-drawer-head">
          <strong>{t('filters')}</strong>
          <button type="button" className="link-button" onClick={close}>
            {t('close')}
          </button>
        </div>
        <div className="facet-drawer-body">{children}</div>
        <button type="button" className="main-button" onClick={close}>
          {t('applyFilters', { n: count(total) })}
        </button>
      </dialog>
    </>
  );
}
