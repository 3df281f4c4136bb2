import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { SelfSignedKind, TechField, type FitConstraint, type PeopleFitFilter } from '@jihui/domain';
import { CasesChoice, RegionChoice, RoleChoice } from '../../lib/people-choices.js';
import { useRegionName } from '../../lib/regions.js';
import type { FitCost } from './people-matches.api.js';
import { paramOf } from './use-fit-filter.js';

type Props = { filter: PeopleFitFilter; change: (next: Record<string, string | null>) => void };
const caseSteps = [1, 3, 5];

/** What the reader may insist on; each choice changes the address, and with it the list. */
export function FitConditions({ filter, change, shown }: Props & { shown: readonly FitConstraint[] }) {
  const { t } = useTranslation(['peopleMatches', 'codes']);
  return (
    <div className="fit-filters no-print" role="group" aria-label={t('choices')}>
      {shown.includes('ROLE') ? <RoleChoice value={filter.role} onChange={(role) => change({ [paramOf.ROLE]: role })} /> : null}
      <RegionChoice value={filter.regionCode} onChange={(at) => change({ [paramOf.REGION]: at })} />
      <Select
        aria-label={t('choice.FIELD')}
        value={filter.techField ?? ''}
        options={[{ value: '', label: t('any.FIELD') }, ...TechField.options.map((value) => ({ value, label: t(`codes:techField.${value}`) }))]}
        onChange={(value) => change({ [paramOf.FIELD]: value || null })}
      />
      <Select
        aria-label={t('choice.UNIT_KIND')}
        value={filter.unitKind ?? ''}
        options={[{ value: '', label: t('any.UNIT_KIND') }, ...SelfSignedKind.options.map((value) => ({ value, label: t(`codes:organisationKind.${value}`) }))]}
        onChange={(value) => change({ [paramOf.UNIT_KIND]: value || null })}
      />
      {shown.includes('CASES') ? <CasesChoice value={filter.minCases} steps={caseSteps} onChange={(cases) => change({ [paramOf.CASES]: cases })} /> : null}
    </div>
  );
}

/** What each condition shuts out of one list, and the way to do without it. */
export function FitCosts({ filter, change, costs, left, total }: Props & { costs: readonly FitCost[]; left: number; total: number }) {
  const { t } = useTranslation(['peopleMatches', 'people', 'codes']);
  const regionName = useRegionName();
  if (!costs.length) return null;
  const value: Record<FitConstraint, string> = {
    ROLE: filter.role ? t(`people:role.${filter.role}`) : '',
    REGION: regionName(filter.regionCode),
    FIELD: filter.techField ? t(`codes:techField.${filter.techField}`) : '',
    UNIT_KIND: filter.unitKind ? t(`codes:organisationKind.${filter.unitKind}`) : '',
    CASES: filter.minCases ? t('people:casesAtLeast', { count: filter.minCases }) : '',
  };
  return (
    <div role="status" className="fit-costs">
      <strong className="num">{t('cost.left', { count: left, all: total })}</strong>
      <ul>
        {costs.map(({ constraint, excluded, strong, only, unknown }) => (
          <li key={constraint}>
            <span>{t(excluded ? (strong ? 'cost.someStrong' : 'cost.some') : 'cost.none', { name: t(`choice.${constraint}`), value: value[constraint], excluded, strong })}</span>
            {unknown ? <span className="muted">{t('cost.unknown', { count: unknown })}</span> : null}
            {only ? (
              <Button type="link" size="small" onClick={() => change({ [paramOf[constraint]]: null })}>
                {t('cost.without', { count: only })}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
