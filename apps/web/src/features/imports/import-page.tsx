import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Loading, PageFrame, Panel, StatusTag } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { usePageTitle } from '../../app/page-title.js';
import { moment } from '../../lib/format.js';
import { ColumnsPanel } from './columns-panel.js';
import { DonePanel } from './done-panel.js';
import { importErrorSentence } from './finding-sentence.js';
import { importTone, isBusy } from './import-status.js';
import { getImport, importKeys, importSteps, refreshImports, type ImportRecord } from './imports.api.js';
import './imports.css';
import { ProgressPanel } from './progress-panel.js';
import { ResultPanel } from './result-panel.js';
import { RunPanel } from './run-panel.js';

/** One import from its file to its end: what was found, what is wrong, the run, the result, and the way back. */
export function ImportPage() {
  const { t } = useTranslation(['imports', 'common']);
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery({
    queryKey: importKeys.one(id),
    queryFn: () => getImport(id),
    refetchInterval: (query) => (query.state.data && isBusy(query.state.data.status) ? 700 : false),
  });
  usePageTitle(data?.fileName ?? t('title'));
  if (error && !data) return <FailedToLoad error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  return (
    <PageFrame
      title={data.fileName}
      crumbs={[{ title: t('title'), href: '/imports' }, { title: data.fileName }]}
      link={(href, title) => <Link to={href}>{title}</Link>}
      tag={<StatusTag tone={importTone[data.status]}>{t(`status.${data.status}`)}</StatusTag>}
      meta={<Meta record={data} />}
      actions={data.availableActions.includes('undo') ? <UndoButton record={data} /> : undefined}
    >
      <Stage record={data} />
    </PageFrame>
  );
}

function Stage({ record }: { record: ImportRecord }) {
  const { t } = useTranslation('imports');
  switch (record.status) {
    case 'READING':
      return (
        <Panel>
          <p role="status">{t('reading')}</p>
          <Loading rows={4} label={t('status.READING')} />
        </Panel>
      );
    case 'FAILED':
      return <Failed record={record} />;
    case 'CHECKED':
      return record.columns.some((c) => c.field === 'TITLE') ? (
        <>
          <RunPanel key={record.version} record={record} />
          <ResultPanel record={record} />
          <ColumnsPanel record={record} />
        </>
      ) : (
        <ColumnsPanel record={record} />
      );
    case 'RUNNING':
      return <ProgressPanel record={record} />;
    case 'UNDOING':
      return <Alert type="info" showIcon title={t('undo.running')} />;
    case 'UNDONE':
      return <Alert type="info" showIcon title={t('undo.done')} />;
    case 'DONE':
      return (
        <>
          <DonePanel record={record} />
          <ResultPanel record={record} />
        </>
      );
  }
}

function Failed({ record }: { record: ImportRecord }) {
  const { t } = useTranslation('imports');
  const params = typeof record.failureParams === 'object' && record.failureParams !== null ? record.failureParams : {};
  return (
    <>
      <Alert
        type="error"
        showIcon
        title={t(`unreadable.${record.failure ?? 'DAMAGED'}`, { ...params })}
        description={t('failed')}
        style={{ marginBottom: 16 }}
      />
      <Link to="/imports">
        <Button type="primary">{t('upload.again')}</Button>
      </Link>
    </>
  );
}

function Meta({ record: { source, creatorName, createdAt, fileName } }: { record: ImportRecord }) {
  const { t } = useTranslation('imports');
  const separators: Record<string, string> = t('meta.separator', { returnObjects: true });
  const read = source?.sheet
    ? t('meta.workbook', { sheet: source.sheet })
    : source?.encoding
      ? t('meta.text', { encoding: source.encoding, separator: separators[source.separator ?? ','] ?? '' })
      : null;
  return (
    <>
      {creatorName ? <span>{t('meta.by', { name: creatorName })}</span> : null}
      <span>{moment(createdAt)}</span>
      {read ? <span title={fileName}>{read}</span> : null}
    </>
  );
}

function UndoButton({ record }: { record: ImportRecord }) {
  const { t } = useTranslation(['imports', 'common']);
  const { modal, message } = App.useApp();
  const undo = useMutation({
    mutationFn: () => importSteps.undo(record),
    onError: (error) => void message.error(importErrorSentence(error), 8),
    onSettled: refreshImports,
  });
  const ask = () =>
    modal.confirm({
      title: t('undo.ask'),
      content: t('undo.text'),
      okText: t('undo.ok'),
      okButtonProps: { danger: true },
      cancelText: t('common:cancel'),
      onOk: () => undo.mutateAsync().catch(() => undefined),
    });
  return (
    <Button danger loading={undo.isPending} onClick={ask}>
      {t('undo.action')}
    </Button>
  );
}
