import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { SearchKind, SearchSort } from '@jihui/domain';
import { FailedToLoad } from '../../app/error-page.js';
import { usePageTitle } from '../../app/page-title.js';
import { count } from '../../lib/format.js';
import { ChosenChips } from './chosen-chips.js';
import { CompareBar, useCompared } from './compare-choice.js';
import { FacetDrawer } from './facet-drawer.js';
import { FacetPanel } from './facet-panel.js';
import { NoResults } from './no-results.js';
import { Pager } from './pager.js';
import { RegisteredContract } from './registered-contract.js';
import { ResultRow } from './result-row.js';
import { SearchBox } from './search-box.js';
import './search.css';
import { searchItems, type SearchResult } from './search.api.js';
import { addressOf, countChoices, inputOf, readSelection, type Selection } from './selection.js';
import { Understood } from './understood.js';
import { useListKeys } from './use-list-keys.js';

/** Achievements and demands: one box, facets with counts, results with their reasons. The address says all of it. */
export function SearchPage({ save }: { /** What one can do with the search as it stands in the address. */ save?: (address: string, text: string) => ReactNode }) {
  const { t } = useTranslation('search');
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const selection = readSelection(params);
  const input = inputOf(selection);
  const { data, error, isPlaceholderData, refetch } = useQuery({ queryKey: ['search', input], queryFn: () => searchItems(input), placeholderData: keepPreviousData });
  usePageTitle(selection.text ? t('titleWith', { text: selection.text }) : t('title'));
  // The page stays where it is while one narrows the list.
  const change = (next: Selection): void => void navigate(addressOf(next), { preventScrollReset: true });
  const look = (text: string): void => void navigate(addressOf({ ...selection, text, page: 1, sort: text ? selection.sort : null }));
  const panel = data ? <FacetPanel facets={data.facets} selection={selection} onChange={change} /> : null;
  return (
    <div className="search-page">
      <h1 className="visually-hidden">{t('title')}</h1>
      <SearchBox text={selection.text} onSearch={look} autoFocus={params.size === 0} />
      <KindTabs selection={selection} data={data} />
      <div className="search-columns">
        <aside className="facets wide-facets" aria-label={t('filters')}>
          {panel}
        </aside>
        <div className="results" aria-busy={isPlaceholderData}>
          {data?.limited ? (
            <p className="limited" role="status">
              {t('limited')}
            </p>
          ) : null}
          <RegisteredContract text={selection.text} />
          <div className="results-head">
            <p className="results-count" role="status">
              {data ? t('found', { n: count(data.total) }) : ' '}
            </p>
            {save?.(addressOf({ ...selection, page: 1, sort: null }), selection.text)}
            <SortChoice selection={selection} onChange={change} />
            <FacetDrawer chosen={countChoices(selection)} total={data?.total ?? 0}>
              {panel}
            </FacetDrawer>
          </div>
          <ChosenChips facets={data?.facets ?? []} selection={selection} onChange={change} />
          {data ? <Understood data={data} selection={selection} onChange={change} /> : null}
          {error ? <FailedToLoad error={error} retry={() => void refetch()} /> : <Results data={data} selection={selection} />}
        </div>
      </div>
    </div>
  );
}

function Results({ data, selection }: { data: SearchResult | undefined; selection: Selection }) {
  const list = useRef<HTMLOListElement>(null);
  useListKeys(list, '.result-link');
  const compared = useCompared();
  if (!data) return <div className="results-waiting" aria-hidden="true" />;
  if (data.total === 0) return <NoResults selection={selection} />;
  return (
    <>
      <ol className="result-list" ref={list}>
        {data.hits.map((hit) => (
          <ResultRow key={hit.id} hit={hit} compared={compared} />
        ))}
      </ol>
      <Pager selection={selection} total={data.total} />
      <CompareBar compared={compared} />
    </>
  );
}

function KindTabs({ selection, data }: { selection: Selection; data: SearchResult | undefined }) {
  const { t } = useTranslation('search');
  const counts = new Map(data?.facets.find((f) => f.field === 'KIND')?.values.map((v) => [v.value, v.count]) ?? []);
  const all = [...counts.values()].reduce((sum, n) => sum + n, 0);
  const tabs = [{ kind: null, key: 'ALL', n: all } as const, ...SearchKind.options.map((kind) => ({ kind, key: kind, n: counts.get(kind) ?? 0 }))];
  return (
    <nav className="kind-tabs" aria-label={t('title')}>
      {tabs.map(({ kind, key, n }) => (
        <Link key={key} to={addressOf({ ...selection, kind, page: 1 })} aria-current={selection.kind === kind ? 'page' : undefined}>
          {t(`kind.${key}`)}
          {data ? <span className="facet-count">{count(n)}</span> : null}
        </Link>
      ))}
    </nav>
  );
}

function SortChoice({ selection, onChange }: { selection: Selection; onChange: (next: Selection) => void }) {
  const { t } = useTranslation('search');
  const usual = selection.text ? 'RELEVANCE' : 'NEWEST';
  const options = SearchSort.options.filter((sort) => selection.text || sort !== 'RELEVANCE');
  const choose = (value: string): void => {
    const sort = SearchSort.safeParse(value).data ?? usual;
    onChange({ ...selection, sort: sort === usual ? null : sort, page: 1 });
  };
  return (
    <label className="sort-choice">
      <span className="muted">{t('sortLabel')}</span>
      <select value={selection.sort ?? usual} onChange={(e) => choose(e.target.value)}>
        {options.map((sort) => (
          <option key={sort} value={sort}>
            {t(`sort.${sort}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
