import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRegionName } from '../../lib/regions.js';
import { Reasons } from './fit-reasons.js';
import type { PersonFit } from './people-matches.api.js';

/** A person who is proposed: what he shows of himself, and why. */
export function PersonFitRow({ fit, action }: { fit: PersonFit; action?: ReactNode }) {
  const { t } = useTranslation(['peopleMatches', 'people']);
  const { person } = fit;
  const region = useRegionName()(person.regionCode);
  const role = t(`people:role.${person.role}`);
  return (
    <li>
      <div className="fit-head">
        <Link to={`/people/${person.id}`} className="fit-title">
          {person.name ?? t('people:unnamed', { role })}
        </Link>
        <span className="muted">
          {[person.name ? role : '', person.title, person.organisationName, region].filter(Boolean).join(' · ')}
        </span>
        {person.contractCases ? <span className="num">{t('people:contracts', { count: person.contractCases })}</span> : null}
      </div>
      <Reasons fit={fit} />
      {action ? <div className="no-print">{action}</div> : null}
    </li>
  );
}
