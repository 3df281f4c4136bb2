import { useQuery } from '@tanstack/react-query';
import { App, Button, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PageFrame, Panel, StatusTag } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { usePageTitle } from '../../app/page-title.js';
import { useSession } from '../../app/session.js';
import { errorSentence } from '../../lib/sentences.js';
import { AbsenceDialog } from './absence-dialog.js';
import { endAbsence, getLoads, loadsKey, refreshDesk, type DeskAbsence, type DeskLoad } from './desk-people.api.js';
import './desk.css';

/** How much lies with whom, who is away, and who works for him. */
export function DeskLoadPage() {
  const { t } = useTranslation(['desk', 'codes']);
  usePageTitle(t('loads'));
  const { me } = useSession();
  const { data, error, refetch } = useQuery({ queryKey: loadsKey, queryFn: getLoads });
  const [asking, setAsking] = useState(false);
  const people = (data ?? []).filter((p) => p.userId !== null);
  const isAdmin = me?.roles.includes('BRANCH_ADMIN') ?? false;
  const own = people.find((p) => p.userId === me?.id);
  const columns: TableColumnsType<DeskLoad> = [
    {
      title: t('person'),
      key: 'person',
      render: (_, p) => (
        <div className="desk-person">
          <div>{p.name ?? t('unassigned')}</div>
          <div className="muted">{p.roles.map((role) => t(`codes:role.${role}`)).join('、')}</div>
        </div>
      ),
    },
    { title: t('open'), key: 'open', align: 'right', className: 'num', render: (_, p) => <OpenFiles line={p} isMine={p.userId === me?.id} /> },
    { title: t('overdue'), key: 'overdue', align: 'right', className: 'num', render: (_, p) => (p.overdue ? <StatusTag tone="bad">{String(p.overdue)}</StatusTag> : 0) },
    { title: t('dueSoon'), key: 'soon', align: 'right', className: 'num', render: (_, p) => (p.dueSoon ? <StatusTag tone="attention">{String(p.dueSoon)}</StatusTag> : 0) },
    { title: t('decided'), key: 'decided', align: 'right', className: 'num', render: (_, p) => (p.userId ? p.decided : '') },
    {
      title: t('absence'),
      key: 'absence',
      render: (_, p) => (p.absence ? <AbsenceLine absence={p.absence} mayEnd={isAdmin || p.userId === me?.id} /> : null),
    },
  ];
  if (error) return <FailedToLoad error={error} retry={() => void refetch()} />;
  return (
    <PageFrame
      title={t('loads')}
      crumbs={[{ title: t('desk'), href: '/review' }, { title: t('loads') }]}
      link={(href, title) => <Link to={href}>{title}</Link>}
      actions={
        own || isAdmin ? (
          <Button type="primary" onClick={() => setAsking(true)}>
            {t('handOver')}
          </Button>
        ) : null
      }
    >
      <Panel>
        <Table<DeskLoad> rowKey={(p) => p.userId ?? 'nobody'} columns={columns} dataSource={data} loading={!data} pagination={false} scroll={{ x: true }} />
        <p className="muted" style={{ margin: '12px 0 0' }}>
          {t('loadsHint')}
        </p>
      </Panel>
      {asking ? (
        <AbsenceDialog people={people} userId={own?.userId ?? people[0]?.userId ?? null} mayForOthers={isAdmin} onDone={() => setAsking(false)} />
      ) : null}
    </PageFrame>
  );
}

/** The figure opens the files, where the desk can show just them. */
function OpenFiles({ line, isMine }: { line: DeskLoad; isMine: boolean }) {
  if (line.userId !== null && !isMine) return <>{line.open}</>;
  return <Link to={`/review?share=${isMine ? 'MINE' : 'NOBODY'}`}>{line.open}</Link>;
}

function AbsenceLine({ absence: a, mayEnd }: { absence: DeskAbsence; mayEnd: boolean }) {
  const { t } = useTranslation('desk');
  const { message } = App.useApp();
  const end = async () => {
    try {
      await endAbsence(a);
      void message.success(t('ended'));
    } catch (error) {
      void message.error(errorSentence(error));
    }
    await refreshDesk();
  };
  return (
    <div className="desk-absence">
      <div>{t('awayLine', { from: a.from, until: a.until, deputy: a.deputyName ?? '' })}</div>
      <div className="muted">{a.handedOverAt ? t(a.left ? 'handedOverLeft' : 'handedOver', { files: a.files, left: a.left }) : t('planned', { day: a.from })}</div>
      {mayEnd ? (
        <Button size="small" onClick={() => void end()}>
          {t('end')}
        </Button>
      ) : null}
    </div>
  );
}
