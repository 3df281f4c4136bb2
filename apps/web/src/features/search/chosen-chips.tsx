import { useTranslation } from 'react-i18next';
import { limitParams } from '@jihui/domain';
import type { Facet } from './search.api.js';
import { listParams, open, toggled, withoutChoices, type Selection } from './selection.js';
import { useWords } from './use-words.js';

/** What is chosen, each with its cross; nothing when nothing is. */
export function ChosenChips({ facets, selection, onChange }: { facets: readonly Facet[]; selection: Selection; onChange: (next: Selection) => void }) {
  const { t } = useTranslation('search');
  const { wordOf } = useWords(facets);
  const chips = listParams.flatMap((param) => selection[param].map((v) => ({ key: `${param}.${v}`, name: wordOf(param, String(v)), next: toggled(selection, param, String(v)) })));
  for (const param of limitParams) {
    const { from, to } = selection[param];
    if (from || to) chips.push({ key: param, name: `${t(`limit.${param}`)} ${from && to ? `${from}–${to}` : from ? `≥ ${from}` : `≤ ${to}`}`, next: { ...selection, [param]: open, page: 1 } });
  }
  if (selection.pending) chips.push({ key: 'pending', name: t('pending'), next: { ...selection, pending: false, page: 1 } });
  if (chips.length === 0) return null;
  return (
    <div className="chips">
      <span className="muted">{t('chosen')}</span>
      {chips.map(({ key, name, next }) => (
        <button type="button" key={key} className="chip" aria-label={t('removeChoice', { name })} onClick={() => onChange(next)}>
          {name}
          <span aria-hidden="true">×</span>
        </button>
      ))}
      <button type="button" className="link-button" onClick={() => onChange({ ...withoutChoices(selection), kind: selection.kind, sort: selection.sort })}>
        {t('clear')}
      </button>
    </div>
  );
}
