import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { readIndicatorQuery } from '@jihui/domain';
import { indicatorText } from '../../lib/indicator-text.js';
import { mostIndicators, type Selection } from './selection.js';

/** A condition on an indicator, as one would write it; what is understood is shown while one writes. */
export function IndicatorFilter({ selection, onChange }: { selection: Selection; onChange: (next: Selection) => void }) {
  const { t } = useTranslation('search');
  const [typed, setTyped] = useState('');
  const { wanted } = readIndicatorQuery(typed, { everything: true });
  const [first] = wanted;
  const isFull = selection.indicators.length >= mostIndicators;
  const add = (e: FormEvent): void => {
    e.preventDefault();
    const next = typed.trim().replaceAll(';', '；');
    if (!first || isFull || selection.indicators.includes(next)) return;
    onChange({ ...selection, indicators: [...selection.indicators, next], page: 1 });
    setTyped('');
  };
  return (
    <details className="facet" open>
      <summary>{t('indicator.title')}</summary>
      <form className="indicator-filter" onSubmit={add}>
        <input value={typed} maxLength={80} disabled={isFull} aria-label={t('indicator.label')} placeholder={t('indicator.placeholder')} onChange={(e) => setTyped(e.target.value)} />
        <button type="submit" className="plain-button" disabled={!first || isFull}>
          {t('indicator.add')}
        </button>
      </form>
      <p className="indicator-read" aria-live="polite">
        {typed.trim() === '' ? t('indicator.hint') : wanted.length ? t('indicator.read', { text: wanted.map((w) => indicatorText({ ...w, label: w.name || t('indicator.any') })).join('；') }) : t('indicator.unread')}
      </p>
    </details>
  );
}
