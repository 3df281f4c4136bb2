import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { StatusTag } from '@jihui/ui';
import { day } from '../../lib/format.js';
import type { DuplicateSide } from './quality.api.js';

type Text = DuplicateSide['texts'][number];
const fields = ['title', 'text', 'keywords', 'patents'] as const;

/** One item of a pair: its public texts, with what the other one does not say marked. */
export function ComparedSide({ side, patents }: { side: DuplicateSide; patents: readonly string[] }) {
  const { t } = useTranslation('quality');
  return (
    <>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8, alignItems: 'center' }}>
        <span>{side.organisationName ?? t('duplicates.unnamed')}</span>
        {side.isOwn ? <StatusTag tone="active">{t('duplicates.own')}</StatusTag> : null}
        {side.isPublished ? null : <StatusTag tone="neutral">{t('duplicates.withdrawn')}</StatusTag>}
        <span className="muted" style={{ fontSize: 13 }}>
          {side.publishedAt ? day(side.publishedAt) : ''}
        </span>
        <Link to={`/${side.kind === 'DEMAND' ? 'demands' : 'achievements'}/${side.id}`} style={{ marginInlineStart: 'auto' }}>
          {t('duplicates.open')}
        </Link>
      </div>
      {fields.map((field) => {
        const text = side.texts.find((x) => x.field === field);
        if (!text) return null;
        return (
          <section key={field}>
            <h3>{t(`duplicates.field.${field}`)}</h3>
            <div className="compare-text">{field === 'patents' ? <Patents text={text.text} shared={patents} /> : <Marked text={text} />}</div>
          </section>
        );
      })}
    </>
  );
}

function Marked({ text: { text, differs } }: { text: Text }) {
  const parts = [];
  let at = 0;
  for (const { start, end } of differs) {
    parts.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}

/** Numbers are equal or not: a digit in common says nothing. */
function Patents({ text, shared }: { text: string; shared: readonly string[] }) {
  const plain = (number: string): string => number.replace(/^ZL|\./g, '');
  return (
    <>
      {text.split('、').map((number) => (
        <div key={number} className="num">
          {shared.includes(plain(number)) ? <b>{number}</b> : <mark>{number}</mark>}
        </div>
      ))}
    </>
  );
}
