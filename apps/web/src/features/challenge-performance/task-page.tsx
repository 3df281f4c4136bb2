import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { History, Loading, PageFrame, Panel, StatusTag } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { usePageTitle } from '../../app/page-title.js';
import { eventNote, eventWord } from '../../lib/events.js';
import { moment } from '../../lib/format.js';
import { sittings } from '../../lib/history-lines.js';
import { Papers } from '../../lib/papers.js';
import { AcceptanceTable } from './acceptance-table.js';
import { ChangePanel } from './change-panel.js';
import { MilestonesPanel } from './milestones-panel.js';
import { MoneyPanel } from './money-panel.js';
import { SigningPanel } from './signing-panel.js';
import { TaskActions } from './task-actions.js';
import { taskTone } from './task-status.js';
import { getTask, taskKeys } from './tasks.api.js';
import '../../lib/record-page.css';

/** 攻关任务: everybody reads how it goes, the parties and the branch what it is made of. */
export function TaskPage() {
  const { t } = useTranslation(['challengeTasks', 'common']);
  const { id = '' } = useParams();
  const { data: task, error, refetch } = useQuery({ queryKey: taskKeys.one(id), queryFn: () => getTask(id) });
  usePageTitle(task?.title);
  if (error) return <FailedToLoad error={error} retry={() => void refetch()} />;
  if (!task) return <Loading rows={8} />;
  return (
    <PageFrame
      title={task.title}
      crumbs={[
        { title: t('board'), href: '/challenges' },
        { title: task.challenge?.number ?? '', href: `/challenges/${task.challenge?.id ?? ''}` },
        { title: t('task') },
      ]}
      link={(href, title) => <Link to={href}>{title}</Link>}
      tag={<StatusTag tone={taskTone[task.status]}>{t(`status.${task.status}`)}</StatusTag>}
      meta={
        <>
          <span>{t('ownerIs', { name: task.challenge?.organisation?.name ?? '' })}</span>
          <span>{t('bidderIs', { name: task.organisation?.name ?? '' })}</span>
          {task.endsOn ? <span className="num">{t('endsOn', { day: task.endsOn })}</span> : null}
        </>
      }
      actions={<TaskActions task={task} />}
    >
      {task.endReason ? (
        <Alert
          type={task.status === 'TERMINATED' ? 'error' : 'info'}
          showIcon
          style={{ marginBottom: 16 }}
          title={task.cause ? t(`cause.${task.cause}`) : t(`status.${task.status}`)}
          description={task.endReason}
        />
      ) : null}
      <SigningPanel task={task} />
      <ChangePanel task={task} />
      <MilestonesPanel task={task} />
      {task.finalFiles?.length ? (
        <Panel title={t('finalFiles')}>
          <Papers files={task.finalFiles} />
        </Panel>
      ) : null}
      <AcceptanceTable task={task} />
      <MoneyPanel task={task} />
      {task.history ? (
        <div className="no-print">
          <Panel title={t('common:history')}>
            <History
              lines={sittings(task.history).map((l) => ({
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
