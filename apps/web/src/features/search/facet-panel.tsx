import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { count } from '../../lib/format.js';
import { orderedValues } from './facet-order.js';
import type { Facet } from './search.api.js';
import { listParams, toggled, type ListParam, type Selection } from './selection.js';
import { IndicatorFilter } from './indicator-filter.js';
import { LimitFilter } from './limit-filter.js';
import { facetOf, useWords } from './use-words.js';

type Props = { facets: readonly Facet[]; selection: Selection; onChange: (next: Selection) => void };

/** The facets with their counts; a choice takes effect at once. */
export function FacetPanel({ facets, selection, onChange }: Props) {
  const { t } = useTranslation('search');
  return (
    <>
      <label className="facet-value facet-alone" title={t('pendingHint')}>
        <input type="checkbox" checked={selection.pending} onChange={() => onChange({ ...selection, pending: !selection.pending, page: 1 })} />
        <span>{t('pending')}</span>
      </label>
      <IndicatorFilter selection={selection} onChange={onChange} />
      <LimitFilter selection={selection} onChange={onChange} />
      {listParams.map((param) => (
        <FacetGroup key={param} param={param} facets={facets} selection={selection} onChange={onChange} />
      ))}
    </>
  );
}

const shownAtFirst = 8;

function FacetGroup({ param, facets, selection, onChange }: Props & { param: ListParam }) {
  const { t } = useTranslation('search');
  const { wordOf, regions } = useWords(facets);
  const [all, setAll] = useState(false);
  const chosen: string[] = selection[param].map(String);
  const values = orderedValues(param, facets.find((f) => f.field === facetOf[param])?.values ?? [], chosen, regions);
  if (values.length === 0) return null;
  const shown = all || values.length <= shownAtFirst + 2 ? values : values.filter((v, i) => i < shownAtFirst || chosen.includes(v.value));
  return (
    <details className="facet" open>
      <summary title={param === 'trl' ? t('trlHint') : undefined}>{t(`facet.${facetOf[param]}`)}</summary>
      {shown.map(({ value, count: n, depth }) => (
        <label key={value} className="facet-value" style={{ paddingInlineStart: depth * 16 }}>
          <input type="checkbox" checked={chosen.includes(value)} onChange={() => onChange(toggled(selection, param, value))} />
          <span>{wordOf(param, value)}</span>
          <span className="facet-count">{count(n)}</span>
        </label>
      ))}
      {shown.length < values.length || all ? (
        <button type="button" className="link-button" onClick={() => setAll(!all)}>
          {all ? t('showLess') : t('showMore', { n: values.length })}
        </button>
      ) : null}
    </details>
  );
}
