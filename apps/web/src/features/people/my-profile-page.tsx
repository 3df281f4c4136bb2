import { useQuery } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Loading, PageFrame, Panel, StatusTag } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { usePageTitle } from '../../app/page-title.js';
import { moment } from '../../lib/format.js';
import { LinkButton } from '../../lib/link-button.js';
import { errorSentence, issueSentence, refusalOf } from '../../lib/sentences.js';
import { CaseList } from './case-list.js';
import { getMine, peopleKeys, publishMine, refreshPeople, withdrawMine, type MyProfile } from './people.api.js';
import { ProfileForm } from './profile-form.js';
import './people.css';

/** One's own profile: what it says, who may read which field, who has read it; published by consent, withdrawn at will. */
export function MyProfilePage() {
  const { t } = useTranslation('people');
  usePageTitle(t('mine.title'));
  const { data: profile, error, refetch, isPending } = useQuery({ queryKey: peopleKeys.mine, queryFn: getMine });
  if (error) return <FailedToLoad error={error} retry={() => void refetch()} />;
  if (isPending) return <Loading rows={10} />;
  return (
    <PageFrame
      title={t('mine.title')}
      meta={t('mine.lead')}
      tag={
        profile ? (
          <StatusTag tone={profile.status === 'PUBLISHED' ? 'good' : 'neutral'}>{t(`mine.status.${profile.status}`)}</StatusTag>
        ) : null
      }
      actions={profile ? <Steps profile={profile} /> : null}
      aside={profile ? <Aside profile={profile} /> : undefined}
    >
      <Panel>
        <ProfileForm key={profile?.version ?? 0} profile={profile ?? null} />
      </Panel>
    </PageFrame>
  );
}

function Steps({ profile }: { profile: MyProfile }) {
  const { t } = useTranslation(['people', 'common']);
  const { message, modal } = App.useApp();
  const act = async (step: () => Promise<unknown>, done: string) => {
    try {
      await step();
      void message.success(done);
    } catch (error) {
      const { issues, sentence } = refusalOf(error);
      void message.error(sentence ?? (issues[0] ? issueSentence(issues[0]) : errorSentence(error)));
    }
    await refreshPeople();
  };
  const publish = () =>
    modal.confirm({
      title: t('mine.publishTitle'),
      content: t('mine.publishText'),
      okText: t('mine.publishOk'),
      cancelText: t('common:cancel'),
      onOk: () => act(() => publishMine(profile), t('mine.published')),
    });
  if (profile.status === 'DRAFT')
    return (
      <Button type="primary" onClick={publish}>
        {t('mine.publish')}
      </Button>
    );
  return (
    <>
      <LinkButton to={`/people/${profile.id}`}>{t('mine.view')}</LinkButton>
      <Button onClick={() => void act(() => withdrawMine(profile), t('mine.withdrawn'))}>{t('mine.withdraw')}</Button>
    </>
  );
}

function Aside({ profile }: { profile: MyProfile }) {
  const { t } = useTranslation('people');
  return (
    <>
      <Panel title={t('mine.cases')}>
        {profile.cases.length ? <CaseList cases={profile.cases} /> : <p className="muted">{t('mine.noCases')}</p>}
      </Panel>
      <Panel title={t('mine.readers')}>
        {profile.readers.length ? (
          <ul className="person-links">
            {profile.readers.map((r) => (
              <li key={`${r.at} ${r.personName}`}>
                {r.organisationName} · {r.personName}
                <div className="muted num">{moment(r.at)}</div>
              </li>
            ))}
          </ul>
        ) : (
          <p className="muted">{t('mine.noReaders')}</p>
        )}
      </Panel>
    </>
  );
}
