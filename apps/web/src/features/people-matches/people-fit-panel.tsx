import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { FitConstraint } from '@jihui/domain';
import { Panel } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { ApiError } from '../../lib/api.js';
import { FitConditions, FitCosts } from './fit-conditions.js';
import { RuleNote } from './fit-reasons.js';
import { fitKeys, getPeopleFor, type PersonFit } from './people-matches.api.js';
import { PersonFitRow } from './person-fit-row.js';
import { useFitFilter } from './use-fit-filter.js';
import './people-matches.css';

type Props = { demandId: string; /** What one can do with a broker; routes bring it. */ action?: (fit: PersonFit) => ReactNode };

/** Experts and brokers who could help with a demand, narrowed by what its owner insists on. */
export function PeopleFitPanel({ demandId, action }: Props) {
  const { t } = useTranslation(['peopleMatches', 'people']);
  const { filter, change } = useFitFilter(FitConstraint.options);
  const { data, error, refetch } = useQuery({
    queryKey: fitKeys.people(demandId, filter),
    queryFn: () => getPeopleFor(demandId, filter),
    placeholderData: keepPreviousData,
  });
  // Most readers of a demand may not ask this: nothing is shown to them, not even that it loads.
  if (!data && !error) return null;
  if (error instanceof ApiError && (error.code === 'FORBIDDEN' || error.code === 'NOT_FOUND' || error.code === 'ORGANISATION_NOT_VERIFIED')) return null;
  return (
    <Panel title={t('people')} id="people" extra={data?.total ? <span className="muted num">{t('ofAll', { count: data.items.length, all: data.total })}</span> : null}>
      {error ? <FailedToLoad error={error} retry={() => void refetch()} /> : null}
      {data?.total ? <FitConditions filter={filter} change={change} shown={FitConstraint.options} /> : null}
      {data ? <FitCosts filter={filter} change={change} costs={data.costs} left={data.left} total={data.total} /> : null}
      {data && !data.items.length ? (
        <p style={{ margin: 0 }}>
          {t(data.total ? 'noneLeft' : 'nobody')} <Link to="/people">{t('allPeople')}</Link>
        </p>
      ) : null}
      <ul className="fit-list">
        {data?.items.map((fit) => (
          <PersonFitRow key={fit.person.id} fit={fit} action={action?.(fit)} />
        ))}
      </ul>
      {data ? <RuleNote withBrokers /> : null}
    </Panel>
  );
}
