import { useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { memberKinds, OrganisationKind } from '@jihui/domain';
import { PageFrame, Panel } from '@jihui/ui';
import { usePageTitle } from '../../app/page-title.js';
import { useSession } from '../../app/session.js';
import { FoundList } from '../../lib/found-list.js';
import { useRegionOptions } from '../../lib/regions.js';
import { useAddress } from '../../lib/use-address.js';
import { CreateOfficeDialog } from './create-office-dialog.js';
import { getOrganisations, organisationKeys, pageSize, type OrganisationFilter, type OrganisationItem } from './organisations.api.js';
import './organisations.css';

/** The market's members; every filter is in the address. */
export function OrganisationsPage() {
  const { t } = useTranslation(['organisations', 'common', 'codes']);
  usePageTitle(t('list.title'));
  const { can } = useSession();
  const { params, page, change, clear } = useAddress();
  const [creating, setCreating] = useState(false);
  const filter: OrganisationFilter = {
    kind: OrganisationKind.safeParse(params.get('kind')).data ?? null,
    regionCode: params.get('region'),
    text: params.get('text'),
    page,
  };
  const query = useQuery({
    queryKey: organisationKeys.list(filter),
    queryFn: () => getOrganisations(filter),
    placeholderData: (before) => before,
  });
  const isFiltered = Boolean(filter.kind ?? filter.regionCode ?? filter.text);
  const create = can('organisation.create') ? <Button onClick={() => setCreating(true)}>{t('list.create')}</Button> : null;
  return (
    <PageFrame title={t('list.title')} meta={t('list.lead')} actions={create}>
      <Panel>
        <Filters filter={filter} onChange={change} />
        <FoundList
          query={query}
          page={filter.page}
          pageSize={pageSize}
          onPage={(next) => change({ page: String(next) })}
          className="organisation-list"
          row={(organisation) => <Row key={organisation.id} organisation={organisation} />}
          empty={{ all: t('list.emptyAll'), filtered: t('list.empty'), clear: isFiltered ? () => clear() : null, clearText: t('list.clear') }}
        />
      </Panel>
      <CreateOfficeDialog open={creating} onClose={() => setCreating(false)} />
    </PageFrame>
  );
}

function Filters({ filter, onChange }: { filter: OrganisationFilter; onChange: (next: Record<string, string | null>) => void }) {
  const { t } = useTranslation(['organisations', 'codes']);
  const regions = useRegionOptions();
  const kinds = filter.kind && !memberKinds.includes(filter.kind) ? [...memberKinds, filter.kind] : memberKinds;
  return (
    <div className="organisation-filters">
      <Input.Search
        key={filter.text ?? ''}
        defaultValue={filter.text ?? ''}
        placeholder={t('list.text')}
        aria-label={t('list.text')}
        allowClear
        enterButton={t('list.search')}
        onSearch={(text) => onChange({ text: text.trim() || null })}
      />
      <Select
        aria-label={t('list.kind')}
        value={filter.kind ?? ''}
        options={[
          { value: '', label: t('list.allKinds') },
          ...kinds.map((kind) => ({ value: kind, label: t(`codes:organisationKind.${kind}`) })),
        ]}
        onChange={(kind) => onChange({ kind: kind || null })}
      />
      <Select
        aria-label={t('list.region')}
        value={filter.regionCode ?? ''}
        options={[{ value: '', label: t('list.allRegions') }, ...regions]}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={(region) => onChange({ region: region || null })}
      />
    </div>
  );
}

function Row({ organisation }: { organisation: OrganisationItem }) {
  const { t, i18n } = useTranslation(['organisations', 'codes']);
  const isEnglish = i18n.language === 'en';
  const about = organisation.intro ?? organisation.disciplines.slice(0, 6).join('、');
  return (
    <li>
      <Link to={`/organisations/${organisation.id}`} className="organisation-name">
        {isEnglish ? (organisation.nameEn ?? organisation.name) : organisation.name}
      </Link>
      <div className="muted">
        {t(`codes:organisationKind.${organisation.kind}`)} · {isEnglish ? organisation.region.nameEn : organisation.region.name}
      </div>
      {about ? <div className="organisation-about">{about}</div> : null}
    </li>
  );
}
