import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { shanghaiDay } from '@jihui/domain';
import { Panel } from '@jihui/ui';
import { count as written, since } from '../../lib/format.js';
import type { OverviewRecord } from './overview.api.js';

function When({ record }: { record: OverviewRecord }) {
  const { t } = useTranslation('overview');
  if (!record.dueOn) return <span className="task-when">{since(record.at)}</span>;
  const late = record.dueOn < shanghaiDay(new Date());
  return <span className={`task-when${late ? ' task-late' : ''}`}>{t(late ? 'overdue' : 'due', { day: record.dueOn })}</span>;
}

/** Records with what one needs to choose among them; each opens where it is dealt with. */
export function Records({ records, stacked = false }: { records: readonly OverviewRecord[]; stacked?: boolean }) {
  return (
    <ul className={stacked ? 'task-list stacked' : 'task-list'}>
      {records.map((record, i) => (
        <li key={`${record.link} ${i}`}>
          <Link to={record.link}>{record.title}</Link>
          <When record={record} />
        </li>
      ))}
    </ul>
  );
}

/** One list of the overview: how many, the first few, and the way to all of them. */
export function RecordList({ title, count, link, records }: { title: string; count: number; link: string; records: readonly OverviewRecord[] }) {
  const { t } = useTranslation('overview');
  const heading = (
    <>
      {title} <span className="task-count">{written(count)}</span>
    </>
  );
  return (
    <Panel title={heading} extra={<Link to={link}>{t('openList')}</Link>}>
      <Records records={records} />
    </Panel>
  );
}
