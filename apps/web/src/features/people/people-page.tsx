import { useQuery } from '@tanstack/react-query';
import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PersonRole, TechField, type PeopleFilter } from '@jihui/domain';
import { PageFrame, Panel } from '@jihui/ui';
import { usePageTitle } from '../../app/page-title.js';
import { FoundList } from '../../lib/found-list.js';
import { listed } from '../../lib/lists.js';
import { CasesChoice, RegionChoice, RoleChoice } from '../../lib/people-choices.js';
import { useRegionName } from '../../lib/regions.js';
import { useAddress } from '../../lib/use-address.js';
import { getPeople, pageSize, peopleKeys, type PersonItem } from './people.api.js';
import './people.css';

const caseSteps = [1, 3, 5, 10];

/** 人才库: experts and brokers who agreed to be shown; every filter is in the address. */
export function PeoplePage() {
  const { t } = useTranslation(['people', 'common']);
  usePageTitle(t('title'));
  const { params, page, change, clear } = useAddress();
  const filter: PeopleFilter = {
    text: params.get('text'),
    role: PersonRole.safeParse(params.get('role')).data ?? null,
    techField: TechField.safeParse(params.get('field')).data ?? null,
    regionCode: params.get('region'),
    minCases: caseSteps.find((n) => String(n) === params.get('cases')) ?? null,
  };
  const query = useQuery({
    queryKey: peopleKeys.list(filter, page),
    queryFn: () => getPeople(filter, page),
    placeholderData: (before) => before,
  });
  const isFiltered = Object.values(filter).some((v) => v !== null);
  return (
    <PageFrame title={t('title')} meta={t('lead')}>
      <Panel>
        <Filters filter={filter} onChange={change} />
        <FoundList
          query={query}
          page={page}
          pageSize={pageSize}
          onPage={(next) => change({ page: String(next) })}
          className="people-list"
          row={(person) => <Row key={person.id} person={person} />}
          empty={{ all: t('emptyAll'), filtered: t('empty'), clear: isFiltered ? () => clear() : null, clearText: t('clear') }}
          note={query.data?.items.some((p) => p.showsMoreToMembers) ? <p className="muted">{t('moreToMembers')}</p> : null}
        />
      </Panel>
    </PageFrame>
  );
}

function Filters({ filter, onChange }: { filter: PeopleFilter; onChange: (next: Record<string, string | null>) => void }) {
  const { t } = useTranslation(['people', 'codes']);
  return (
    <div className="people-filters">
      <Input.Search
        key={filter.text ?? ''}
        defaultValue={filter.text ?? ''}
        placeholder={t('text')}
        aria-label={t('text')}
        maxLength={60}
        allowClear
        enterButton={t('search')}
        onSearch={(text) => onChange({ text: text.trim() || null })}
      />
      <RoleChoice value={filter.role} onChange={(role) => onChange({ role })} />
      <Select
        aria-label={t('filter.field')}
        value={filter.techField ?? ''}
        options={[
          { value: '', label: t('all.field') },
          ...TechField.options.map((value) => ({ value, label: t(`codes:techField.${value}`) })),
        ]}
        onChange={(value) => onChange({ field: value || null })}
      />
      <RegionChoice value={filter.regionCode} onChange={(region) => onChange({ region })} />
      <CasesChoice value={filter.minCases} steps={caseSteps} onChange={(cases) => onChange({ cases })} />
    </div>
  );
}

function Row({ person }: { person: PersonItem }) {
  const { t } = useTranslation(['people', 'codes']);
  const region = useRegionName()(person.regionCode);
  const role = t(`role.${person.role}`);
  const facts = [person.name ? role : '', person.title, person.organisationName, region].filter(Boolean).join(' · ');
  const cases = [
    person.contractCases ? t('contracts', { count: person.contractCases }) : '',
    person.introductionCases ? t('introductions', { count: person.introductionCases }) : '',
  ].filter(Boolean);
  return (
    <li>
      <Link to={`/people/${person.id}`} className="person-name">
        {person.name ?? t('unnamed', { role })}
      </Link>
      <div className="muted">{facts}</div>
      {person.techFields.length || person.keywords.length ? (
        <div>{listed([...person.techFields.map((f) => t(`codes:techField.${f}`)), ...person.keywords])}</div>
      ) : null}
      {person.contractCases === null ? null : <div className="num">{cases.length ? listed(cases) : t('noCases')}</div>}
    </li>
  );
}
