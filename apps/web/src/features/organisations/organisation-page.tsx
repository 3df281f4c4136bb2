import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Facts, History, Loading, PageFrame, Panel, StatusTag } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { usePageTitle } from '../../app/page-title.js';
import { useSession } from '../../app/session.js';
import { eventNote, eventWord } from '../../lib/events.js';
import { moment } from '../../lib/format.js';
import { OrganisationActions } from './organisation-actions.js';
import { OrganisationEdit } from './organisation-edit.js';
import { OrganisationNotice } from './organisation-notice.js';
import { organisationTone } from './organisation-status.js';
import { getOrganisation, organisationKeys, type Organisation } from './organisations.api.js';
import './organisations.css';

/** What other features add to the page: their lists of this organisation's records, under its description. */
export type OrganisationSlots = { below?: (organisation: Organisation) => ReactNode };

/** An organisation as everybody reads it; for itself and its branch also its state, its next step and its history. */
export function OrganisationPage({ below }: OrganisationSlots) {
  const { t, i18n } = useTranslation(['organisations', 'codes', 'common']);
  const { id = '' } = useParams();
  const [editing, setEditing] = useState(false);
  const { data: organisation, error, refetch } = useQuery({ queryKey: organisationKeys.one(id), queryFn: () => getOrganisation(id) });
  const name = i18n.language === 'en' ? (organisation?.nameEn ?? organisation?.name) : organisation?.name;
  usePageTitle(name);
  if (error) return <FailedToLoad error={error} retry={() => void refetch()} />;
  if (!organisation) return <Loading rows={8} />;
  const isInsider = organisation.history !== null;
  const edit = organisation.canEdit && !editing ? <Button onClick={() => setEditing(true)}>{t('page.edit')}</Button> : null;
  return (
    <PageFrame
      title={name}
      tag={
        isInsider || organisation.status !== 'VERIFIED' ? (
          <StatusTag tone={organisationTone[organisation.status]}>{t(`status.${organisation.status}`)}</StatusTag>
        ) : null
      }
      meta={organisation.nameEn && i18n.language !== 'en' ? organisation.nameEn : undefined}
      actions={
        <>
          <OrganisationActions organisation={organisation} />
          {edit}
        </>
      }
      aside={<Side organisation={organisation} />}
    >
      <OrganisationNotice organisation={organisation} />
      {editing ? <OrganisationEdit organisation={organisation} onClose={() => setEditing(false)} /> : <About organisation={organisation} />}
      {organisation.status === 'VERIFIED' && !editing ? below?.(organisation) : null}
      {organisation.history ? (
        <div className="no-print">
          <Panel title={t('page.history')}>
            <History
              lines={organisation.history.map((l) => ({
                key: l.id,
                when: moment(l.at),
                what: eventWord(l.event),
                who: [l.actorName, l.organisationName].filter(Boolean).join(' · '),
                note: eventNote(l.data),
              }))}
            />
          </Panel>
        </div>
      ) : null}
    </PageFrame>
  );
}

function About({ organisation }: { organisation: Organisation }) {
  const { t } = useTranslation('organisations');
  return (
    <Panel title={t('page.intro')}>
      {organisation.intro ? (
        <div className="reading">{organisation.intro}</div>
      ) : (
        <div className="muted">{organisation.canEdit ? t('page.addIntro') : t('page.noIntro')}</div>
      )}
      {organisation.disciplines.length ? (
        <>
          <h3 style={{ fontSize: 14, margin: '16px 0 4px' }}>{t('page.disciplines')}</h3>
          <div>{organisation.disciplines.join('、')}</div>
        </>
      ) : null}
    </Panel>
  );
}

function Side({ organisation }: { organisation: Organisation }) {
  const { t, i18n } = useTranslation(['organisations', 'codes']);
  const { can } = useSession();
  return (
    <Panel title={t('page.facts')}>
      <Facts
        items={[
          { label: t('page.kind'), value: t(`codes:organisationKind.${organisation.kind}`) },
          { label: t('page.region'), value: i18n.language === 'en' ? organisation.region.nameEn : organisation.region.name },
          { label: t('page.uscc'), value: <span className="num">{organisation.uscc}</span> },
          organisation.branch
            ? { label: t('page.branch'), value: <Link to={`/organisations/${organisation.branch.id}`}>{organisation.branch.name}</Link> }
            : null,
          { label: t('page.address'), value: organisation.address },
          can('organisation.create')
            ? { label: t('page.members'), value: <Link to={`/members?organisation=${organisation.id}`}>{t('page.members')}</Link> }
            : null,
        ]}
      />
    </Panel>
  );
}
