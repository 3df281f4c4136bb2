import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { count } from '../../lib/format.js';
import { searchItems } from './search.api.js';
import { addressOf, countChoices, inputOf, withoutChoices, type Selection } from './selection.js';

/** Nothing found, honestly: what would find something, and what to do when the market does not have it. */
export function NoResults({ selection }: { selection: Selection }) {
  const { t } = useTranslation('search');
  const wordsAlone = withoutChoices(selection);
  const narrowed = countChoices(selection) > 0 || selection.kind !== null;
  const { data } = useQuery({ queryKey: ['search', 'alone', selection.text], queryFn: () => searchItems({ ...inputOf(wordsAlone), size: 1 }), enabled: narrowed });
  const others = data?.total ?? 0;
  const heading = !selection.text ? t('nothingTitle') : narrowed ? t('nothingNarrowed', { text: selection.text }) : t('nothingWith', { text: selection.text });
  return (
    <section className="nothing">
      <h2>{heading}</h2>
      <ul>
        {others ? (
          <li>
            <Link to={addressOf(wordsAlone)}>{t('nothingFilters', { n: count(others) })}</Link>
          </li>
        ) : null}
        {selection.text && !others ? <li>{t('nothingWords')}</li> : null}
        <li>
          <Link to="/search">{t('nothingAll')}</Link>
        </li>
      </ul>
      <p>{t('nothingDemand')}</p>
      <Link to="/my/demands/new">{t('postDemand')}</Link>
    </section>
  );
}
