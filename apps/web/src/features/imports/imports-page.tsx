import { useQuery } from '@tanstack/react-query';
import { Button, Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ImportKind } from '@jihui/domain';
import { EmptyState, PageFrame, Panel, StatusTag } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { usePageTitle } from '../../app/page-title.js';
import { useSession } from '../../app/session.js';
import { count, since } from '../../lib/format.js';
import { useAddress } from '../../lib/use-address.js';
import { importTone, isBusy } from './import-status.js';
import { getImports, importKeys, listSize, type ImportItem } from './imports.api.js';
import { UploadPanel } from './upload-panel.js';

/** Where a spreadsheet goes in, and every import of one's organisation so far. */
export function ImportsPage() {
  const { t } = useTranslation(['imports', 'common']);
  usePageTitle(t('title'));
  const { me } = useSession();
  const { page, change } = useAddress();
  const kind: ImportKind = me?.organisation?.kind === 'ENTERPRISE' ? 'DEMANDS' : 'ACHIEVEMENTS';
  const { data, error, isPending, refetch } = useQuery({
    queryKey: importKeys.list(page),
    queryFn: () => getImports(page),
    placeholderData: (before) => before,
    refetchInterval: (query) => (query.state.data?.items.some((i) => isBusy(i.status)) ? 2000 : false),
  });
  const columns: TableColumnsType<ImportItem> = [
    { title: t('list.file'), key: 'file', render: (_, i) => <Link to={`/imports/${i.id}`}>{i.fileName}</Link> },
    {
      title: t('list.status'),
      key: 'status',
      width: 100,
      render: (_, i) => <StatusTag tone={importTone[i.status]}>{t(`status.${i.status}`)}</StatusTag>,
    },
    {
      title: t('list.rows'),
      key: 'rows',
      width: 90,
      align: 'end',
      responsive: ['sm'],
      render: (_, i) => (i.rowsTotal ? count(i.rowsTotal) : ''),
    },
    {
      title: t('list.created'),
      key: 'created',
      width: 90,
      align: 'end',
      render: (_, i) => (i.status === 'DONE' || i.status === 'RUNNING' ? count(i.rowsCreated) : ''),
    },
    { title: t('list.who'), key: 'who', width: 110, responsive: ['md'], render: (_, i) => i.creatorName },
    { title: t('list.when'), key: 'when', width: 120, render: (_, i) => since(i.createdAt) },
  ];
  const name = kind === 'ACHIEVEMENTS' ? 'achievements' : 'demands';
  return (
    <PageFrame
      title={t('title')}
      actions={
        <>
          <Button href={`/exports/templates/${name}.xlsx`}>{t('upload.template')}</Button>
          <Button href={`/exports/${name}.xlsx`}>{t(`upload.export.${kind}`)}</Button>
        </>
      }
    >
      <UploadPanel kind={kind} />
      <Panel title={t('list.title')}>
        {error ? (
          <FailedToLoad error={error} retry={() => void refetch()} />
        ) : (
          <Table<ImportItem>
            rowKey="id"
            size="small"
            columns={columns}
            dataSource={data?.items ?? []}
            loading={isPending}
            scroll={{ x: true }}
            pagination={{
              current: page,
              pageSize: listSize,
              total: data?.total ?? 0,
              hideOnSinglePage: true,
              showSizeChanger: false,
              onChange: (next) => change({ page: String(next) }),
            }}
            locale={{ emptyText: <EmptyState text={t('list.empty')} /> }}
          />
        )}
      </Panel>
    </PageFrame>
  );
}
