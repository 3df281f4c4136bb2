import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { EmptyState, PageFrame, Panel } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { usePageTitle } from '../../app/page-title.js';
import { moment } from '../../lib/format.js';
import { errorSentence } from '../../lib/sentences.js';
import { useAddress } from '../../lib/use-address.js';
import { auditKeys, getDeadJobs, pageSize, retryJob, type DeadJob } from './audit.api.js';

/** The jobs that failed for good, and the way to have one tried again. */
export function JobsPage() {
  const { t } = useTranslation('audit');
  usePageTitle(t('jobs.title'));
  const { message } = App.useApp();
  const client = useQueryClient();
  const { page, change } = useAddress();
  const { data, error, refetch } = useQuery({ queryKey: auditKeys.jobs(page), queryFn: () => getDeadJobs(page), refetchInterval: 30_000 });
  const retry = useMutation({
    mutationFn: retryJob,
    onSuccess: () => void message.success(t('jobs.retried')),
    onError: (refused) => void message.error(errorSentence(refused)),
    onSettled: () => client.invalidateQueries({ queryKey: ['jobs'] }),
  });
  const columns: TableColumnsType<DeadJob> = [
    { title: t('jobs.task'), key: 'task', minWidth: 180, render: (_, j) => j.task },
    {
      title: t('jobs.error'),
      key: 'error',
      minWidth: 220,
      render: (_, j) => <span style={{ overflowWrap: 'anywhere' }}>{j.lastError}</span>,
    },
    { title: t('jobs.attempts'), key: 'attempts', minWidth: 64, align: 'right', render: (_, j) => j.attempts },
    { title: t('jobs.failedAt'), key: 'failedAt', minWidth: 140, render: (_, j) => <span className="num">{moment(j.failedAt)}</span> },
    {
      title: t('jobs.retry'),
      key: 'retry',
      width: 90,
      render: (_, j) => (
        <Button
          size="small"
          loading={retry.isPending && retry.variables === j.id}
          aria-label={t('jobs.retryLabel', { task: j.task })}
          onClick={() => retry.mutate(j.id)}
        >
          {t('jobs.retry')}
        </Button>
      ),
    },
  ];
  return (
    <PageFrame title={t('jobs.title')} meta={t('jobs.lead')}>
      {error ? <FailedToLoad error={error} retry={() => void refetch()} /> : null}
      <Panel>
        <Table<DeadJob>
          rowKey="id"
          columns={columns}
          dataSource={data?.items}
          loading={!data && !error}
          scroll={{ x: true }}
          pagination={{
            current: page,
            pageSize,
            total: data?.total ?? 0,
            hideOnSinglePage: true,
            showSizeChanger: false,
            onChange: (next) => change({ page: String(next) }),
          }}
          locale={{ emptyText: <EmptyState text={t('jobs.empty')} /> }}
        />
      </Panel>
    </PageFrame>
  );
}
