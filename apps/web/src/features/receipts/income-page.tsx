import { useQuery } from '@tanstack/react-query';
import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatYuan } from '@jihui/domain';
import { EmptyState, PageFrame, Panel } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { usePageTitle } from '../../app/page-title.js';
import { useSession } from '../../app/session.js';
import { DueTag } from '../../lib/light.js';
import { money } from '../../lib/money.js';
import { getTasks, getTechIncome, receiptKeys, type Task, type TechIncome } from './receipts.api.js';

/** 技术性收入 per unit and year, and the tasks that wait. */
export function IncomePage() {
  const { t } = useTranslation('aftercare');
  const { can } = useSession();
  usePageTitle(t('money.page'));
  const income = useQuery({ queryKey: receiptKeys.income, queryFn: getTechIncome });
  const mayDo = can('followUp.write');
  const tasks = useQuery({ queryKey: receiptKeys.tasks, queryFn: getTasks, enabled: mayDo });
  const error = income.error ?? tasks.error;
  return (
    <PageFrame title={t('money.page')} meta={t('money.pageLead')}>
      {error ? <FailedToLoad error={error} retry={() => void Promise.all([income.refetch(), tasks.refetch()])} /> : null}
      {mayDo ? (
        <Panel title={t('money.followUps')}>
          <Table<Task>
            rowKey="id"
            size="small"
            pagination={false}
            scroll={{ x: true }}
            loading={tasks.isPending}
            dataSource={tasks.data?.items}
            locale={{ emptyText: <EmptyState text={t('money.noTasks')} /> }}
            columns={[
              { title: t('column.contract'), key: 'contract', render: (_, task) => <Link to={`/contracts/${task.contract?.id ?? ''}?tab=money`}>{task.contract?.title}</Link> },
              { title: t('column.kind'), key: 'kind', render: (_, task) => t(`money.followUp.${task.kind}`) },
              { title: t('column.due'), key: 'due', render: (_, task) => <DueTag dueOn={task.dueOn} light={task.light} /> },
            ]}
          />
        </Panel>
      ) : null}
      <Panel title={t('money.byYear')}>
        <Table<TechIncome>
          rowKey={(l) => `${l.unitId} ${l.year}`}
          size="small"
          pagination={false}
          scroll={{ x: true }}
          loading={income.isPending}
          dataSource={income.data}
          locale={{ emptyText: <EmptyState text={t('money.noReceipts')} /> }}
          columns={[
            { title: t('money.unit'), dataIndex: 'unitName' },
            { title: t('money.year'), dataIndex: 'year', className: 'num' },
            { title: t('money.times'), dataIndex: 'receipts', align: 'right' },
            { title: t('money.field.amount'), key: 'amount', align: 'right', render: (_, l) => <span title={formatYuan(l.amount)}>{money(l.amount)}</span> },
            { title: t('money.field.techIncome'), key: 'tech', align: 'right', render: (_, l) => <strong title={formatYuan(l.techIncome)}>{money(l.techIncome)}</strong> },
          ]}
        />
      </Panel>
    </PageFrame>
  );
}
