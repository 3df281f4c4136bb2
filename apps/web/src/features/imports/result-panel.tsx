import { useQuery } from '@tanstack/react-query';
import { Flex, Segmented, Table, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { ImportRowFilter } from '@jihui/domain';
import { EmptyState, Panel } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { count } from '../../lib/format.js';
import { useAddress } from '../../lib/use-address.js';
import { BadRowsButton } from './bad-rows-button.js';
import { findingSentence } from './finding-sentence.js';
import { getRows, importKeys, rowSize, type ImportRecord, type ImportRowItem } from './imports.api.js';

const mostShown = 4;

/** What the dry run has found, row by row and cell by cell. */
export function ResultPanel({ record }: { record: ImportRecord }) {
  const { t } = useTranslation('imports');
  const { params, page, change } = useAddress();
  const bad = record.rowsTotal - record.rowsGood;
  const only = ImportRowFilter.safeParse(params.get('rows')).data ?? (bad ? 'BAD' : record.rowsWarned ? 'WARNED' : 'ALL');
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: importKeys.rows(record.id, record.version, only, page),
    queryFn: () => getRows(record.id, only, page),
    placeholderData: (before) => before,
  });
  const title = record.columns.find((c) => c.field === 'TITLE');
  const columns: TableColumnsType<ImportRowItem> = [
    { title: t('result.rowNo'), dataIndex: 'rowNo', key: 'rowNo', width: 70, align: 'end' },
    {
      title: t('result.name'),
      key: 'name',
      width: 320,
      render: (_, r) => <div className="import-name">{title ? r.cells[title.index] : r.cells.filter(Boolean)[0]}</div>,
    },
    { title: t('result.findings'), key: 'findings', render: (_, r) => <Findings row={r} columns={record.columns} /> },
  ];
  const amounts: Record<string, number> = { BAD: bad, WARNED: record.rowsWarned, ALL: record.rowsTotal };
  return (
    <Panel title={t('result.title')} extra={bad ? <BadRowsButton record={record} count={bad} /> : undefined}>
      <Flex gap={28} wrap className="import-figures">
        <Figure label={t('result.good')} value={record.rowsGood} tone="good" />
        <Figure label={t('result.bad')} value={bad} tone={bad ? 'bad' : undefined} />
        <Figure label={t('result.warned')} value={record.rowsWarned} />
        <Figure label={t('result.duplicate')} value={record.rowsDuplicate} />
      </Flex>
      <Segmented
        value={only}
        onChange={(value) => change({ rows: value })}
        options={(['BAD', 'WARNED', 'ALL'] as const).map((f) => ({
          value: f,
          label: `${t(`result.filter.${f}`)} ${count(amounts[f] ?? 0)}`,
        }))}
        style={{ marginBottom: 12 }}
      />
      {error ? (
        <FailedToLoad error={error} retry={() => void refetch()} />
      ) : (
        <Table<ImportRowItem>
          rowKey="id"
          size="small"
          columns={columns}
          dataSource={data?.items ?? []}
          loading={isFetching && !data}
          scroll={{ x: true }}
          pagination={{
            current: page,
            pageSize: rowSize,
            total: data?.total ?? 0,
            hideOnSinglePage: true,
            showSizeChanger: false,
            onChange: (next) => change({ page: String(next), rows: only }),
          }}
          locale={{ emptyText: <EmptyState text={t(`result.none.${only === 'GOOD' ? 'ALL' : only}`)} /> }}
        />
      )}
    </Panel>
  );
}

function Figure({ label, value, tone }: { label: string; value: number; tone?: 'good' | 'bad' }) {
  return (
    <div>
      <div className="muted">{label}</div>
      <strong className={`num ${tone ? `import-${tone}` : ''}`}>{count(value)}</strong>
    </div>
  );
}

function Findings({ row, columns }: { row: ImportRowItem; columns: ImportRecord['columns'] }) {
  const { t } = useTranslation('imports');
  if (!row.issues.length) return <span className="muted">{t('result.fine')}</span>;
  return (
    <ul className="import-findings">
      {row.issues.slice(0, mostShown).map((issue, i) => {
        const column = columns.find((c) => c.index === issue.column);
        const value = column ? (row.cells[column.index] ?? '') : '';
        return (
          <li key={`${issue.path} ${issue.code} ${i}`}>
            <span className={issue.severity === 'ERROR' ? 'import-error' : 'import-warning'}>{t(`severity.${issue.severity}`)}</span>
            {column ? <strong>{column.header}</strong> : null}
            {value ? <q title={value}>{value.length > 24 ? `${value.slice(0, 24)}…` : value}</q> : null}
            <span>{findingSentence(issue)}</span>
          </li>
        );
      })}
      {row.issues.length > mostShown ? <li className="muted">{t('result.more', { count: row.issues.length - mostShown })}</li> : null}
    </ul>
  );
}
