import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Person } from './people.api.js';

/** The counted contracts, each with its certificate. */
export function CaseList({ cases }: { cases: Person['cases'] }) {
  const { t } = useTranslation('people');
  if (!cases.length) return null;
  return (
    <ul className="person-links">
      {cases.map((c) => (
        <li key={c.number}>
          <Link to={`/verify/${c.number}`} className="num">
            {c.number}
          </Link>{' '}
          {c.title} <span className="muted num">{t('page.registeredOn', { day: c.registeredOn })}</span>
        </li>
      ))}
    </ul>
  );
}
