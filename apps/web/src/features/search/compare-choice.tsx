import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { mostCompared } from '@jihui/domain';

/** The items ticked for a comparison, kept while one pages through results. */
export type Compared = { ids: string[]; toggle: (id: string) => void; clear: () => void };

export function useCompared(): Compared {
  const [ids, setIds] = useState<string[]>([]);
  const toggle = (id: string): void => setIds((now) => (now.includes(id) ? now.filter((other) => other !== id) : [...now, id].slice(0, mostCompared)));
  return { ids, toggle, clear: () => setIds([]) };
}

export function CompareChoice({ id, title, compared }: { id: string; title: string; compared: Compared }) {
  const { t } = useTranslation('search');
  const isChosen = compared.ids.includes(id);
  return (
    <label className="compare-choice">
      <input type="checkbox" checked={isChosen} disabled={!isChosen && compared.ids.length >= mostCompared} aria-label={t('compare.chooseOf', { title })} onChange={() => compared.toggle(id)} />
      {t('compare.choose')}
    </label>
  );
}

/** Says what is ticked and opens it side by side; not there before something is. */
export function CompareBar({ compared }: { compared: Compared }) {
  const { t } = useTranslation('search');
  const n = compared.ids.length;
  if (n === 0) return null;
  return (
    <div className="compare-bar" role="status">
      <span>{t('compare.chosen', { n, most: mostCompared })}</span>
      <button type="button" className="link-button" onClick={compared.clear}>
        {t('compare.clear')}
      </button>
      {n > 1 ? (
        <Link className="main-button" to={`/compare?ids=${compared.ids.join(',')}`}>
          {t('compare.open')}
        </Link>
      ) : (
        <span className="muted">{t('compare.one')}</span>
      )}
    </div>
  );
}
