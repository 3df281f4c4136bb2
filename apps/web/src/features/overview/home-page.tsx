import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Permission, Role } from '@jihui/domain';
import { EmptyState, Loading, PageFrame, Panel } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { usePageTitle } from '../../app/page-title.js';
import { useSession } from '../../app/session.js';
import { useRegionName } from '../../lib/regions.js';
import { loadHome, overviewKeys } from './overview.api.js';
import { PublicNumbers } from './public-numbers.js';
import { RecordList, Records } from './record-list.js';
import { SearchStatePanel } from './search-state-panel.js';
import './overview.css';

const starts = [
  { permission: 'achievement.write', link: '/my/achievements/new', text: 'achievement' },
  { permission: 'import.run', link: '/imports', text: 'import' },
  { permission: 'demand.write', link: '/my/demands/new', text: 'demand' },
  { permission: 'desk.read', link: '/review', text: 'review' },
  { permission: 'audit.read', link: '/audit', text: 'audit' },
  { permission: 'job.read', link: '/jobs', text: 'jobs' },
  { permission: 'member.invite', link: '/members', text: 'members' },
  { permission: 'public.read', link: '/search', text: 'search' },
  { permission: 'public.read', link: '/register', text: 'register' },
] as const satisfies { permission: Permission; link: string; text: string }[];
/** For them nothing ever waits: they read. */
const readers: readonly Role[] = ['OFFICIAL', 'AUDITOR'];

/** What waits for this person, what is due, what is new, and where to begin. */
export function HomePage() {
  const { t } = useTranslation('overview');
  const { t: tc } = useTranslation();
  const { me, can } = useSession();
  const regionName = useRegionName();
  usePageTitle(tc('nav.home'));
  const { data, error, refetch } = useQuery({ queryKey: overviewKeys.home, queryFn: loadHome, refetchInterval: 60_000 });
  if (error) return <FailedToLoad error={error} retry={() => void refetch()} />;
  if (!data || !me) return <Loading />;
  const { waiting, due, news, region } = data.overview;
  const reads = me.roles.every((role) => readers.includes(role));
  const aside = (
    <>
      {due.length ? (
        <Panel title={t('dueTitle')}>
          <Records records={due} stacked />
        </Panel>
      ) : null}
      {can('job.read') ? <SearchStatePanel /> : null}
      <Panel title={t('startTitle')}>
        <div className="home-start">
          {starts
            .filter((s) => can(s.permission))
            .map((s) => (
              <Link key={s.text} to={s.link}>
                {t(`start.${s.text}`)}
              </Link>
            ))}
        </div>
      </Panel>
    </>
  );
  return (
    <PageFrame title={t('homeTitle', { name: me.name })} meta={me.organisation?.name} aside={aside}>
      {region ? <PublicNumbers numbers={region.numbers} title={t('regionTitle', { region: regionName(region.regionCode) })} /> : null}
      {reads ? null : (
        <section>
          <h2 className="home-heading">{t('waitingTitle')}</h2>
          {waiting.map((w) => (
            <RecordList key={w.code} title={t(`task.${w.code}`)} count={w.count} link={w.link} records={w.records} />
          ))}
          {waiting.length ? null : (
            <Panel>
              <EmptyState text={t('nothingWaiting')} />
            </Panel>
          )}
        </section>
      )}
      {news.length || can('negotiation.read') ? (
        <section>
          <h2 className="home-heading">{t('newsTitle')}</h2>
          {news.map((n) => (
            <RecordList key={n.code} title={t(`news.${n.code}`)} count={n.count} link={n.link} records={n.records} />
          ))}
          {news.length ? null : (
            <Panel>
              <p className="muted">{t('nothingNew')}</p>
            </Panel>
          )}
        </section>
      ) : null}
      <PublicNumbers numbers={data.publicNumbers} title={t('numbersTitle')} />
    </PageFrame>
  );
}
