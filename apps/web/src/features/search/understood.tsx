import { useTranslation } from 'react-i18next';
import { indicatorText } from '../../lib/indicator-text.js';
import type { SearchResult } from './search.api.js';
import { withoutWords, type Selection } from './selection.js';

type Props = { data: Pick<SearchResult, 'understood' | 'notUnderstood'>; selection: Selection; onChange: (next: Selection) => void };

/** What was understood of the words: the conditions with their cross, each in the unit by which items are compared. */
export function Understood({ data, selection, onChange }: Props) {
  const { t } = useTranslation('search');
  if (!data.understood.length && !data.notUnderstood.length) return null;
  const remove = ({ text, inText }: Props['data']['understood'][number]): Selection =>
    inText ? { ...selection, text: withoutWords(selection.text, text), page: 1 } : { ...selection, indicators: selection.indicators.filter((i) => i !== text), page: 1 };
  return (
    <div className="chips">
      {data.understood.length ? <span className="muted">{t('indicator.understood')}</span> : null}
      {data.understood.map((one) => {
        const name = indicatorText({ ...one, label: one.label || t('indicator.any') });
        const inBase = one.unit === one.baseUnit ? '' : `（${indicatorText({ ...one, label: '', low: one.baseLow, high: one.baseHigh, unit: one.baseUnit, change: null })}）`;
        return (
          <button type="button" key={`${one.text}.${one.inText}`} className="chip" aria-label={t('removeChoice', { name })} onClick={() => onChange(remove(one))}>
            {name}
            {inBase}
            <span aria-hidden="true">×</span>
          </button>
        );
      })}
      {data.notUnderstood.map((text) => (
        <button type="button" key={text} className="chip chip-unread" aria-label={t('removeChoice', { name: text })} onClick={() => onChange({ ...selection, indicators: selection.indicators.filter((i) => i !== text), page: 1 })}>
          {t('indicator.notUnderstood', { text })}
          <span aria-hidden="true">×</span>
        </button>
      ))}
    </div>
  );
}
