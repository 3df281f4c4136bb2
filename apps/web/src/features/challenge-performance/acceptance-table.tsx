import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { taskAcceptance } from '@jihui/domain';
import { Panel, StatusTag } from '@jihui/ui';
import type { Task } from './tasks.api.js';

/** 验收 as it was measured, indicator by indicator; for everybody. */
export function AcceptanceTable({ task }: { task: Task }) {
  const { t } = useTranslation('challengeTasks');
  const found = taskAcceptance.safeParse(task.acceptance);
  if (!found.success) return null;
  return (
    <Panel title={t('acceptance', { day: task.acceptedOn ?? '' })}>
      <p>{found.data.opinion}</p>
      <Table
        rowKey="indicator"
        size="small"
        pagination={false}
        scroll={{ x: true }}
        dataSource={found.data.results}
        columns={[
          { title: t('field.indicator'), dataIndex: 'indicator' },
          { title: t('field.measured'), dataIndex: 'measured' },
          {
            title: t('field.met'),
            key: 'met',
            render: (_, r) => <StatusTag tone={r.met ? 'good' : 'bad'}>{t(r.met ? 'met' : 'missed')}</StatusTag>,
          },
        ]}
      />
    </Panel>
  );
}
