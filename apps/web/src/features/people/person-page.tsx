import { useQuery } from '@tanstack/react-query';
import { Alert, Flex, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Facts, Loading, PageFrame, Panel, ShareButtons } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { usePageTitle } from '../../app/page-title.js';
import { LinkButton } from '../../lib/link-button.js';
import { listed } from '../../lib/lists.js';
import { useRegionName } from '../../lib/regions.js';
import { CaseList } from './case-list.js';
import { CertificateList } from './certificate-list.js';
import { getPerson, peopleKeys, type Person } from './people.api.js';
import './people.css';

/** A person as he chose to be shown to this reader; his cases are the platform's count. */
export function PersonPage() {
  const { t } = useTranslation(['people', 'common']);
  const { id = '' } = useParams();
  const { data: person, error, refetch } = useQuery({ queryKey: peopleKeys.one(id), queryFn: () => getPerson(id) });
  const name = person ? (person.name ?? t('unnamed', { role: t(`role.${person.role}`) })) : undefined;
  usePageTitle(name);
  if (error) return <FailedToLoad error={error} retry={() => void refetch()} />;
  if (!person) return <Loading rows={8} />;
  return (
    <PageFrame
      title={name}
      crumbs={[{ title: t('title'), href: '/people' }, { title: name ?? '' }]}
      link={(href, title) => <Link to={href}>{title}</Link>}
      tag={<Tag>{t(`role.${person.role}`)}</Tag>}
      meta={[person.title, person.organisationName].filter(Boolean).join(' · ') || undefined}
      actions={
        <>
          {person.isOwn ? <LinkButton to="/my/profile">{t('page.edit')}</LinkButton> : null}
          <ShareButtons copyText={t('common:copyLink')} copiedText={t('common:copied')} printText={t('common:print')} />
        </>
      }
      aside={<Aside person={person} />}
    >
      {person.isOwn ? <Alert type="info" title={t('page.own')} style={{ marginBottom: 16 }} /> : null}
      {person.showsMoreToMembers ? <Alert type="info" title={t('moreToMembers')} style={{ marginBottom: 16 }} /> : null}
      {person.intro ? (
        <Panel title={t('page.about')}>
          <div className="reading">{person.intro}</div>
        </Panel>
      ) : null}
      {person.contractCases === null ? null : (
        <Panel
          title={t('page.cases')}
          extra={
            <span className="num">
              {listed([t('contracts', { count: person.contractCases }), t('introductions', { count: person.introductionCases ?? 0 })])}
            </span>
          }
        >
          <CaseList cases={person.cases} />
          <p className="muted">{t('page.casesNote')}</p>
        </Panel>
      )}
      {person.certificates.length ? (
        <Panel title={t('page.certificates')}>
          <CertificateList certificates={person.certificates} />
          <p className="muted">{t('page.certificateNote')}</p>
        </Panel>
      ) : null}
      {person.links.length ? (
        <Panel title={t('page.links')}>
          <ul className="person-links">
            {person.links.map((item) => (
              <li key={item.id}>
                <Link to={`/${item.kind === 'ACHIEVEMENT' ? 'achievements' : 'demands'}/${item.id}`}>{item.title}</Link>
              </li>
            ))}
          </ul>
          <p className="muted">{t('page.linksNote')}</p>
        </Panel>
      ) : null}
    </PageFrame>
  );
}

function Aside({ person }: { person: Person }) {
  const { t } = useTranslation(['people', 'codes']);
  const region = useRegionName()(person.regionCode);
  return (
    <>
      <Panel>
        <Facts
          items={[
            person.organisationId
              ? { label: t('page.unit'), value: <Link to={`/organisations/${person.organisationId}`}>{person.organisationName}</Link> }
              : null,
            { label: t('page.jobTitle'), value: person.title },
            { label: t('page.region'), value: region },
            { label: t('page.fields'), value: listed(person.techFields.map((f) => t(`codes:techField.${f}`))) },
            person.keywords.length
              ? {
                  label: t('page.keywords'),
                  value: (
                    <Flex gap={4} wrap>
                      {person.keywords.map((w) => (
                        <Tag key={w}>{w}</Tag>
                      ))}
                    </Flex>
                  ),
                }
              : null,
          ]}
        />
      </Panel>
      <Panel title={t('page.contact')}>
        <p style={{ margin: 0 }}>{t(person.role === 'BROKER' ? 'page.contactBroker' : 'page.contactExpert')}</p>
      </Panel>
    </>
  );
}
