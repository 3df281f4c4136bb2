import { useId, useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { issuesOf, limitParams, readLimits, type Issue, type LimitParam, type WrittenLimits } from '@jihui/domain';
import { issueSentence } from '../../lib/sentences.js';
import type { Selection } from './selection.js';

const fields = { cost: ['priceFrom', 'priceTo'], level: ['trlFrom', 'trlTo'], date: ['publishedFrom', 'publishedTo'] } as const satisfies Record<LimitParam, readonly [string, string]>;
const kinds = { cost: { inputMode: 'decimal' }, level: { inputMode: 'numeric' }, date: { type: 'date' } } as const;
const typedOf = ({ cost, level, date }: Selection): WrittenLimits => ({ cost, level, date });

/** Price, maturity and day of publication from – to; what cannot be is named beside its field and stays as it was typed. */
export function LimitFilter({ selection, onChange }: { selection: Selection; onChange: (next: Selection) => void }) {
  const { t } = useTranslation('search');
  // The panel stands in the page twice: beside the results, and in the drawer of a phone.
  const id = useId();
  const chosen = typedOf(selection);
  const [typed, setTyped] = useState<WrittenLimits>(chosen);
  const [known, setKnown] = useState(JSON.stringify(chosen));
  const [issues, setIssues] = useState<Issue[]>([]);
  // Another address (a chip taken off, the way back) shows what it says.
  if (known !== JSON.stringify(chosen)) {
    setKnown(JSON.stringify(chosen));
    setTyped(chosen);
    setIssues([]);
  }
  const apply = (e: FormEvent): void => {
    e.preventDefault();
    const read = readLimits(typed);
    setIssues(read.success ? [] : issuesOf(read.error));
    if (read.success) onChange({ ...selection, ...typed, page: 1 });
  };
  return (
    <details className="facet" open>
      <summary>{t('limit.title')}</summary>
      <form onSubmit={apply} noValidate>
        {limitParams.map((param) => {
          const wrong = issues.find((issue) => fields[param].some((field) => field === issue.path));
          const input = (end: 'from' | 'to') => (
            <input
              {...kinds[param]}
              value={typed[param][end]}
              maxLength={16}
              aria-label={t(`limit.${end}`, { name: t(`limit.${param}`) })}
              aria-invalid={wrong?.path === fields[param][end === 'from' ? 0 : 1]}
              aria-describedby={wrong ? `${id}${param}` : undefined}
              onChange={(e) => setTyped({ ...typed, [param]: { ...typed[param], [end]: e.target.value } })}
            />
          );
          return (
            <fieldset key={param} className={param === 'date' ? 'limit limit-days' : 'limit'}>
              <legend>{t(`limit.${param}`)}</legend>
              {input('from')}
              <span aria-hidden="true">–</span>
              {input('to')}
              {wrong ? (
                <p id={`${id}${param}`} className="limit-wrong" role="alert">
                  {issueSentence(wrong)}
                </p>
              ) : null}
            </fieldset>
          );
        })}
        <button type="submit" className="plain-button">
          {t('limit.apply')}
        </button>
      </form>
    </details>
  );
}
