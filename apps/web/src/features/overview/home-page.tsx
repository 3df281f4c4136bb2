import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { shanghaiDay, type Permission } from '@jihui/domain';
import { EmptyState, Loading, PageFrame, Panel } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { usePageTitle } from '../../app/page-title.js';
import { useSession } from '../../app/session.js';
import { since } from '../../lib/format.js';
import { loadHome, overviewKeys, type OverviewRecord } from './overview.api.js';
import { PublicNumbers } from './public-numbers.js';
import './overview.css';

const starts = [
  { permission: 'achievement.write', link: '/my/achievements/new', text: 'achievement' },
  { permission: 'import.run', link: '/imports', text: 'import' },
  { permission: 'demand.write', link: '/my/demands/new', text: 'demand' },
  { permission: 'desk.read', link: '/review', text: 'review' },
  { permission: 'member.invite', link: '/members', text: 'members' },
  { permission: 'public.read', link: '/search', text: 'search' },
  { permission: 'public.read', link: '/register', text: 'register' },
] as const satisfies { permission: Permission; link: string; text: string }[];

function When({ record }: { record: OverviewRecord }) {
  const { t } = useTranslation('overview');
  if (!record.dueOn) return <span className="task-when">{since(record.at)}</span>;
  const late = record.dueOn < shanghaiDay(new Date());
  return <span className={`task-when${late ? ' task-late' : ''}`}>{t(late ? 'overdue' : 'due', { day: record.dueOn })}</span>;
}

function RecordList({ title, count, link, records }: { title: string; count: number; link: string; records: readonly OverviewRecord[] }) {
  const { t } = useTranslation('overview');
  return (
    <Panel title={`${title} ${count}`} extra={<Link to={link}>{t('seeAll', { n: count })}</Link>}>
      <ul className="task-list">
        {records.map((record, i) => (
          <li key={`${record.link} ${i}`}>
            <Link to={record.link}>{record.title}</Link>
            <When record={record} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** What waits for this person, what is new, and where to begin. */
export function HomePage() {
  const { t } = useTranslation('overview');
  const { t: tc } = useTranslation();
  const { me, can } = useSession();
  usePageTitle(tc('nav.home'));
  const { data, error, refetch } = useQuery({ queryKey: overviewKeys.home, queryFn: loadHome, refetchInterval: 60_000 });
  if (error) return <FailedToLoad error={error} retry={() => void refetch()} />;
  if (!data || !me) return <Loading />;
  const { waiting, news } = data.overview;
  const aside = (
    <>
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
    <PageFrame title={t('homeTitle', { name: me.name })} aside={aside}>
      <h2 className="panel-title" style={{ marginBottom: 10 }}>
        {t('waitingTitle')}
      </h2>
      {waiting.length ? (
        waiting.map((w) => <RecordList key={w.code} title={t(`task.${w.code}`)} count={w.count} link={w.link} records={w.records} />)
      ) : (
        <Panel>
          <EmptyState text={t('nothingWaiting')} />
        </Panel>
      )}
      <h2 className="panel-title" style={{ margin: '20px 0 10px' }}>
        {t('newsTitle')}
      </h2>
      {news.length ? (
        news.map((n) => <RecordList key={n.code} title={t(`news.${n.code}`)} count={n.count} link={n.link} records={n.records} />)
      ) : (
        <Panel>
          <p className="muted">{t('nothingNew')}</p>
        </Panel>
      )}
      <PublicNumbers numbers={data.publicNumbers} />
    </PageFrame>
  );
}
