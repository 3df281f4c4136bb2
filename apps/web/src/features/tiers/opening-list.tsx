import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { moment } from '../../lib/format.js';
import type { Opening } from './tiers.api.js';
import { subjectPath } from './tier-status.js';

/** Who opened what and when; `withItem` where the list is not on the item's own page. */
export function OpeningList({ openings, withItem = false }: { openings: readonly Opening[]; withItem?: boolean }) {
  const { t } = useTranslation('tiers');
  return (
    <ul className="opening-list">
      {openings.map((o) => (
        <li key={o.id}>
          <span className="num muted">{moment(o.createdAt)}</span>
          <div>
            <strong>{t('log.who', { organisation: o.readerName, person: o.personName })}</strong>{' '}
            {o.what === 'TEXT' ? t('log.TEXT') : t('log.FILE', { name: o.fileName ?? '' })}
            {withItem ? (
              <div>
                <Link to={subjectPath(o.subjectKind, o.subjectId)}>{o.title}</Link>
              </div>
            ) : null}
            {o.what === 'FILE' ? <div className="muted num">{t('log.code', { code: o.code })}</div> : null}
          </div>
        </li>
      ))}
    </ul>
  );
}
