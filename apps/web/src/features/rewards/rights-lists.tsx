import { useQuery } from '@tanstack/react-query';
import { App, Button, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { shanghaiDay } from '@jihui/domain';
import { EmptyState, Loading, Panel, StatusTag } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { useSession } from '../../app/session.js';
import { shareText } from '../../lib/explained.js';
import { Citations } from '../../lib/explained-lines.js';
import { errorSentence } from '../../lib/sentences.js';
import { GrantDialog } from './grant-dialog.js';
import { getRights, implementGrant, refreshRewards, rewardKeys, type Dormant, type Grant } from './rewards.api.js';

/** 赋权 of the unit's results. */
export function GrantList() {
  const { t } = useTranslation('aftercare');
  const { can } = useSession();
  const { message } = App.useApp();
  const [isEntering, setEntering] = useState(false);
  const { data, error, refetch } = useQuery({ queryKey: rewardKeys.rights, queryFn: getRights });
  if (error) return <FailedToLoad error={error} retry={() => void refetch()} />;
  if (!data) return <Loading rows={5} />;
  const mayWrite = can('distribution.write');
  const use = async (grant: Grant) => {
    await implementGrant(grant, shanghaiDay(new Date())).catch((e: unknown) => message.error(errorSentence(e)));
    await refreshRewards();
  };
  return (
    <Panel
      title={t('reward.grants')}
      extra={
        mayWrite ? (
          <Button type="primary" onClick={() => setEntering(true)}>
            {t('reward.enterGrant')}
          </Button>
        ) : null
      }
    >
      <p className="muted">{t('reward.grantLead')}</p>
      <Table<Grant>
        rowKey="id"
        size="small"
        pagination={false}
        scroll={{ x: true }}
        dataSource={[...data.rightsGrants]}
        locale={{ emptyText: <EmptyState text={t('reward.noGrants')} /> }}
        columns={[
          { title: t('reward.achievement'), key: 'a', render: (_, g) => (g.achievement ? <Link to={`/achievements/${g.achievement.id}`}>{g.achievement.title}</Link> : null) },
          { title: t('reward.right'), key: 'k', render: (_, g) => `${t(`reward.grantKind.${g.kind}`)} ${g.shareBp ? shareText(g.shareBp) : ''}${g.years ? t('reward.yearsOf', { years: g.years }) : ''}` },
          { title: t('reward.holders'), key: 'h', render: (_, g) => g.holders.join('、') },
          { title: t('reward.field.agreedOn'), dataIndex: 'agreedOn', className: 'num' },
          {
            title: t('column.status'),
            key: 's',
            render: (_, g) =>
              g.implementedOn ? (
                <StatusTag tone="good">{t('reward.implemented', { day: g.implementedOn })}</StatusTag>
              ) : mayWrite ? (
                <Button type="link" size="small" onClick={() => void use(g)}>
                  {t('reward.implement')}
                </Button>
              ) : null,
          },
        ]}
      />
      {isEntering ? <GrantDialog onDone={() => setEntering(false)} /> : null}
    </Panel>
  );
}

/** 沉睡成果: what has not been used for a year, or soon will not have been. */
export function DormantList() {
  const { t } = useTranslation('aftercare');
  const { data, error, refetch } = useQuery({ queryKey: rewardKeys.rights, queryFn: getRights });
  if (error) return <FailedToLoad error={error} retry={() => void refetch()} />;
  if (!data) return <Loading rows={5} />;
  const [first] = data.dormantAchievements;
  return (
    <Panel title={t('reward.dormant')}>
      <p className="muted">{t('reward.dormantLead')}</p>
      <Table<Dormant>
        rowKey="achievementId"
        size="small"
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        scroll={{ x: true }}
        dataSource={[...data.dormantAchievements]}
        locale={{ emptyText: <EmptyState text={t('reward.noDormant')} /> }}
        columns={[
          { title: t('reward.achievement'), key: 'a', render: (_, d) => <Link to={`/achievements/${d.achievementId}`}>{d.title}</Link> },
          { title: t('reward.since'), key: 's', render: (_, d) => <span className="num">{`${d.since}（${t(d.granted ? 'reward.sinceGrant' : 'reward.sincePublished')}）`}</span> },
          { title: t('reward.dormantOn'), dataIndex: 'dormantOn', className: 'num' },
          {
            title: t('column.status'),
            key: 'l',
            render: (_, d) => (
              <StatusTag tone={d.daysLeft < 0 ? 'bad' : d.daysLeft <= 60 ? 'attention' : 'good'}>
                {d.daysLeft < 0 ? t('reward.asleep', { count: -d.daysLeft }) : t('reward.awake', { count: d.daysLeft })}
              </StatusTag>
            ),
          },
        ]}
      />
      {first ? <Citations rules={[first.rule]} /> : null}
    </Panel>
  );
}
