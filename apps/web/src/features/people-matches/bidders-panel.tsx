import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Tabs } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { FitConstraint } from '@jihui/domain';
import { Loading, Panel } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { trlWord } from '../../lib/trl.js';
import { FitConditions, FitCosts } from './fit-conditions.js';
import { Checks, Reasons, RuleNote } from './fit-reasons.js';
import { fitKeys, getBidders, type Bidders, type UnitFit } from './people-matches.api.js';
import { PersonFitRow } from './person-fit-row.js';
import { useFitFilter } from './use-fit-filter.js';
import './people-matches.css';

const shown: readonly FitConstraint[] = ['REGION', 'FIELD', 'UNIT_KIND'];

/** Whom the owner and the organiser of an item could tell of it: units, experts, achievements. */
export function BiddersPanel({ challengeId }: { challengeId: string }) {
  const { t } = useTranslation('peopleMatches');
  const { filter, change } = useFitFilter(shown);
  const { data, error, refetch } = useQuery({ queryKey: fitKeys.bidders(challengeId, filter), queryFn: () => getBidders(challengeId, filter), placeholderData: keepPreviousData });
  if (!data)
    return (
      <Panel title={t('bidders')}>{error ? <FailedToLoad error={error} retry={() => void refetch()} /> : <Loading rows={3} />}</Panel>
    );
  const { units, experts, achievements, ofUnits, ofExperts, ofAchievements } = data;
  const list = (of: Bidders['ofUnits'], rows: ReactNode[]) => (
    <>
      <FitCosts filter={filter} change={change} costs={of.costs} left={of.left} total={of.total} />
      {rows.length ? <ul className="fit-list">{rows}</ul> : <p>{t(of.total ? 'noneLeft' : 'noBidders')}</p>}
    </>
  );
  return (
    <Panel title={t('bidders')} id="bidders">
      <p className="muted fit-note">{t('biddersHint')}</p>
      {ofUnits.total || ofExperts.total || ofAchievements.total ? <FitConditions filter={filter} change={change} shown={shown} /> : null}
      <Tabs
        items={[
          { key: 'units', label: t('tab.units', { count: units.length }), children: list(ofUnits, units.map((u) => <UnitRow key={u.organisationId} unit={u} />)) },
          { key: 'experts', label: t('tab.experts', { count: experts.length }), children: list(ofExperts, experts.map((e) => <PersonFitRow key={e.person.id} fit={e} />)) },
          {
            key: 'achievements',
            label: t('tab.achievements', { count: achievements.length }),
            children: list(ofAchievements, achievements.map((a) => <AchievementRow key={a.achievement.id} fit={a} />)),
          },
        ]}
      />
      <LeftOut fits={data} />
      <RuleNote />
    </Panel>
  );
}

function UnitRow({ unit }: { unit: UnitFit }) {
  return (
    <li>
      <div className="fit-head">
        <Link to={`/organisations/${unit.organisationId}`} className="fit-title">
          {unit.organisationName}
        </Link>
      </div>
      <Reasons fit={unit} />
      <Checks checks={unit.checks} />
    </li>
  );
}

function AchievementRow({ fit }: { fit: Bidders['achievements'][number] }) {
  const { t } = useTranslation('matches');
  const { achievement: a } = fit;
  return (
    <li>
      <div className="fit-head">
        <Link to={`/achievements/${a.id}`} className="fit-title">
          {a.title}
        </Link>
        <span className="muted">{[a.organisation?.name, a.trl ? t('trl', { level: a.trl, word: trlWord(a.trl) }) : ''].filter(Boolean).join(' · ')}</span>
      </div>
      <Reasons fit={fit} />
    </li>
  );
}

/** Units that are near and may not bid: counted for the owner, named for the organiser. */
function LeftOut({ fits: { leftOut, whoIsLeftOut } }: { fits: Bidders }) {
  const { t } = useTranslation('peopleMatches');
  if (!leftOut) return null;
  return (
    <div className="fit-out">
      <span>{t('leftOut', { count: leftOut })}</span>
      {whoIsLeftOut ? (
        <ul>
          {whoIsLeftOut.map((o) => (
            <li key={o.organisationName}>{`${o.organisationName}：${t(`failed.${o.condition}`)}${o.path ? `（${o.path}）` : ''}`}</li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
