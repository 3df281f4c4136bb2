import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { StatusTag } from '@jihui/ui';
import { since } from '../../lib/format.js';
import type { ItemAlert } from './alerts.api.js';

/** One item: 三条新匹配，一条因成交移除, and which they are. */
export function ItemAlertRow({ alert: { side, itemId, title, added, strong, taken, gone, latestAt, changes } }: { alert: ItemAlert }) {
  const { t } = useTranslation(['alerts', 'matches']);
  const isDemand = side === 'DEMAND';
  const matches = `/${isDemand ? 'demands' : 'achievements'}/${itemId}/matches`;
  const words = [
    added ? t('added', { count: added }) + (strong ? `（${t('strong', { count: strong })}）` : '') : '',
    taken ? t('taken', { count: taken }) : '',
    gone ? t('gone', { count: gone }) : '',
  ].filter(Boolean);
  return (
    <li className="alert-item">
      <div className="alert-head">
        <Link to={matches} className="alert-title">
          {title}
        </Link>
        <span className="muted num">{since(latestAt)}</span>
      </div>
      <strong>{words.join('，')}</strong>
      <ul className="alert-changes">
        {changes.map((c) => (
          <li key={`${c.otherId} ${c.at}`}>
            {c.lostBy ? (
              <span className="muted">{`${t('removed')}${t(`lostBy.${c.lostBy}`)}`}</span>
            ) : (
              <>
                <Link to={isDemand ? `/matches/${itemId}/${c.otherId}?of=demand` : `/matches/${c.otherId}/${itemId}?of=achievement`}>{c.title}</Link>
                {c.band ? <StatusTag tone={c.band === 'STRONG' ? 'good' : 'active'}>{t(`matches:band.${c.band}`)}</StatusTag> : null}
              </>
            )}
          </li>
        ))}
      </ul>
    </li>
  );
}
