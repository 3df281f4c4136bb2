import { useTranslation } from 'react-i18next';
import { rewritableFields } from '@jihui/domain';
import { Panel } from '@jihui/ui';
import { signOf } from '../../lib/indicator-text.js';
import type { Challenge } from './challenges.api.js';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** The database orders the fields of a stored row in its own way: only a fixed order can be compared and read. */
const partOrder = ['name', 'current', 'op', 'target', 'unit', 'method', 'must', 'weight', 'percent', 'hint', 'day', 'rule'];
type Words = (part: 'now' | 'must' | 'nice') => string;

function partOf(part: string, value: unknown, words: Words): string {
  if (part === 'must' && typeof value === 'boolean') return words(value ? 'must' : 'nice');
  if (value === null || value === undefined || value === '') return '';
  // The value of today would else read as the left side of the goal's comparison.
  if (part === 'current') return `${words('now')} ${String(value)}，`;
  return part === 'op' ? signOf(String(value)) : String(value);
}

/** A list of rows or a text, as lines that can be compared. */
function linesOf(value: unknown, words: Words): string {
  if (Array.isArray(value))
    return value
      .map((v: unknown) => {
        if (!isRecord(v)) return String(v);
        return partOrder
          .map((part) => partOf(part, v[part], words))
          .filter(Boolean)
          .join(' ');
      })
      .join('\n');
  return value === null || value === undefined ? '' : String(value);
}

/** The rewritten version beside the owner's own words: only what differs. */
export function OriginalPanel({ challenge }: { challenge: Challenge }) {
  const { t } = useTranslation('challenges');
  const original = isRecord(challenge.original) ? challenge.original : {};
  const words: Words = (part) => (part === 'now' ? t('indicator.current') : t(part));
  const lines = (value: unknown) => linesOf(value, words);
  const changed = rewritableFields.filter((f) => f in original && lines(original[f]) !== lines(challenge[f]));
  return (
    <Panel title={t('rewrite.beside')}>
      {challenge.rewriteNote ? <p className="challenge-text">{challenge.rewriteNote}</p> : null}
      <p className="muted">{challenge.agreedAt ? t('rewrite.agreed') : t('rewrite.waiting')}</p>
      {changed.map((f) => (
        <div key={f} style={{ marginBottom: 12 }}>
          <h3 style={{ fontSize: 14, margin: '0 0 4px' }}>{t(`field.${f}`)}</h3>
          <div className="challenge-pair">
            <div>
              <span className="muted">{t('rewrite.before')}</span>
              {`\n${lines(original[f])}`}
            </div>
            <div>
              <span className="muted">{t('rewrite.after')}</span>
              {`\n${lines(challenge[f])}`}
            </div>
          </div>
        </div>
      ))}
    </Panel>
  );
}
