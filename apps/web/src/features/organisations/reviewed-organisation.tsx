import { useTranslation } from 'react-i18next';
import { Facts, History, Panel, StatusTag } from '@jihui/ui';
import { eventNote, eventWord } from '../../lib/events.js';
import { moment } from '../../lib/format.js';
import { OrganisationNotice } from './organisation-notice.js';
import { organisationTone } from './organisation-status.js';
import type { Organisation } from './organisations.api.js';

/** A sign-up beside what an operator checks. */
export function ReviewedOrganisation({ organisation }: { organisation: Organisation }) {
  const { t } = useTranslation(['organisations', 'codes']);
  const { applicant, history } = organisation;
  return (
    <>
      {organisation.status === 'PENDING' ? null : <OrganisationNotice organisation={organisation} />}
      <Panel
        title={organisation.name}
        extra={<StatusTag tone={organisationTone[organisation.status]}>{t(`status.${organisation.status}`)}</StatusTag>}
      >
        <div
          style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(220px, 1fr))', gap: '12px 24px', alignItems: 'start' }}
        >
          <Facts
            items={[
              { label: t('page.uscc'), value: <span className="num">{organisation.uscc}</span> },
              { label: t('page.kind'), value: t(`codes:organisationKind.${organisation.kind}`) },
              { label: t('page.region'), value: organisation.region.name },
              { label: t('page.address'), value: organisation.address },
            ]}
          />
          <Facts
            items={[
              { label: t('review.applicant'), value: applicant?.name },
              { label: t('review.phone'), value: applicant?.phone ? <a href={`tel:${applicant.phone}`}>{applicant.phone}</a> : null },
              { label: t('review.email'), value: applicant ? <a href={`mailto:${applicant.email}`}>{applicant.email}</a> : null },
              { label: t('page.intro'), value: organisation.intro },
            ]}
          />
        </div>
        {organisation.submittedAt ? (
          <p className="muted num" style={{ marginBottom: 0 }}>
            {t('review.applied', { when: moment(organisation.submittedAt) })}
          </p>
        ) : null}
      </Panel>
      <Panel title={t('review.checks')}>
        <ul style={{ margin: 0, paddingInlineStart: 18 }}>
          <li>{t('review.checkUscc')}</li>
          <li>
            {t('review.checkName')}（
            <a href="https://www.gsxt.gov.cn/" target="_blank" rel="noreferrer">
              {t('review.publicity')}
            </a>
            ）
          </li>
          <li>{t('review.checkPerson')}</li>
        </ul>
      </Panel>
      {history ? (
        <Panel title={t('page.history')}>
          <History
            lines={history.map((l) => ({
              key: l.id,
              when: moment(l.at),
              what: eventWord(l.event),
              who: [l.actorName, l.organisationName].filter(Boolean).join(' · '),
              note: eventNote(l.data),
            }))}
          />
        </Panel>
      ) : null}
    </>
  );
}
