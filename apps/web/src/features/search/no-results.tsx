import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { count } from '../../lib/format.js';
import { looserQuery } from './help.api.js';
import { searchItems } from './search.api.js';
import { addressOf, countChoices, inputOf, withoutChoices, type Selection } from './selection.js';

/** Nothing found, honestly: what would find something, and what to do when the market does not have it. */
export function NoResults({ selection }: { selection: Selection }) {
  const { t } = useTranslation('search');
  const wordsAlone = withoutChoices(selection);
  const narrowed = countChoices(selection) > 0 || selection.kind !== null;
  const { data } = useQuery({ queryKey: ['search', 'alone', selection.text], queryFn: () => searchItems({ ...inputOf(wordsAlone), size: 1 }), enabled: narrowed });
  const looser = useQuery({ queryKey: ['search', 'looser', selection], queryFn: () => looserQuery(inputOf(selection)), enabled: selection.text !== '', retry: false }).data ?? null;
  const others = data?.total ?? 0;
  const heading = !selection.text ? t('nothingTitle') : narrowed ? t('nothingNarrowed', { text: selection.text }) : t('nothingWith', { text: selection.text });
  return (
    <section className="nothing">
      <h2>{heading}</h2>
      <ul>
        {looser ? (
          <li>
            <Link to={addressOf({ ...selection, text: looser.text, page: 1 })}>{t('nothingLooser', { text: looser.text, n: count(looser.total) })}</Link>
          </li>
        ) : null}
        {others ? (
          <li>
            <Link to={addressOf(wordsAlone)}>{t('nothingFilters', { n: count(others) })}</Link>
          </li>
        ) : null}
        {selection.text && !others && !looser ? <li>{t('nothingWords')}</li> : null}
        <li>
          <Link to="/search">{t('nothingAll')}</Link>
        </li>
      </ul>
      <p>{t('nothingDemand')}</p>
      <Link to="/my/demands/new">{t('postDemand')}</Link>
    </section>
  );
}
