import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Flex, Select, Table, Tag, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { headerOf, ImportField, importFields } from '@jihui/domain';
import { Panel } from '@jihui/ui';
import { importErrorSentence } from './finding-sentence.js';
import { importSteps, refreshImports, type ImportRecord } from './imports.api.js';

type Column = ImportRecord['columns'][number];
const none = 'NONE';

/** What each column holds, as it was found, beside its first values; a person has the last word. */
export function ColumnsPanel({ record }: { record: ImportRecord }) {
  const { t } = useTranslation(['imports', 'common']);
  const [chosen, setChosen] = useState<Map<number, ImportField | null>>(new Map());
  const canMap = record.availableActions.includes('mapColumns');
  const fieldOf = (c: Column): ImportField | null => (chosen.has(c.index) ? (chosen.get(c.index) ?? null) : c.field);
  const taken = new Set(record.columns.map(fieldOf));
  const several = new Set(importFields[record.kind].filter((f) => f.several).map((f) => f.field));
  const recheck = useMutation({
    mutationFn: () =>
      importSteps.mapColumns(
        record,
        record.columns.map((c) => ({ index: c.index, field: fieldOf(c) })),
      ),
    onSuccess: async () => {
      await refreshImports();
      setChosen(new Map());
    },
  });
  const choose = (c: Column, field: ImportField | null) =>
    setChosen((before) => {
      const now = new Map(before);
      if (field === c.field) now.delete(c.index);
      else now.set(c.index, field);
      return now;
    });
  const options = (c: Column) => [
    { value: none, label: t('columns.ignore') },
    ...importFields[record.kind].map(({ field }) => ({
      value: field,
      label: headerOf(record.kind, field),
      disabled: field !== fieldOf(c) && taken.has(field) && !several.has(field),
    })),
  ];
  const columns: TableColumnsType<Column> = [
    {
      title: t('columns.header'),
      key: 'header',
      width: 150,
      render: (_, c) => (
        <>
          {c.header || <span className="muted">{t('columns.noHeader', { n: c.index + 1 })}</span>}
          <div className="narrow-only muted import-sample">{c.samples[0]}</div>
        </>
      ),
    },
    { title: t('columns.samples'), key: 'samples', responsive: ['md'], render: (_, c) => <Samples values={c.samples} /> },
    {
      title: t('columns.field'),
      key: 'field',
      width: 190,
      render: (_, c) =>
        canMap ? (
          <Select
            value={fieldOf(c) ?? none}
            options={options(c)}
            onChange={(value) => choose(c, ImportField.safeParse(value).data ?? null)}
            aria-label={t('columns.choose', { header: c.header })}
            status={chosen.has(c.index) ? 'warning' : undefined}
            showSearch={{ optionFilterProp: 'label' }}
            style={{ width: '100%' }}
          />
        ) : (
          <>{c.field ? headerOf(record.kind, c.field) : <span className="muted">{t('columns.ignore')}</span>}</>
        ),
    },
    {
      title: t('columns.certainty'),
      key: 'certainty',
      width: 90,
      responsive: ['md'],
      render: (_, c) => <Certainty column={c} isChosen={chosen.has(c.index)} />,
    },
  ];
  return (
    <Panel title={t('columns.title')}>
      {record.source ? <p className="muted import-hint">{t('columns.hint', { row: record.source.headerRow })}</p> : null}
      {recheck.error ? <Alert type="error" showIcon title={importErrorSentence(recheck.error)} style={{ marginBottom: 12 }} /> : null}
      {!taken.has('TITLE') ? (
        <Alert
          type="warning"
          showIcon
          title={t('columns.noTitle', { field: headerOf(record.kind, 'TITLE') })}
          style={{ marginBottom: 12 }}
        />
      ) : null}
      <Table<Column> rowKey="index" size="small" columns={columns} dataSource={record.columns} pagination={false} scroll={{ x: true }} />
      {chosen.size ? (
        <Flex gap={8} wrap align="center" style={{ marginTop: 12 }}>
          <Button type="primary" loading={recheck.isPending} onClick={() => recheck.mutate()}>
            {t('columns.recheck')}
          </Button>
          <Button onClick={() => setChosen(new Map())}>{t('columns.discard')}</Button>
          <span className="muted">{t('columns.changed')}</span>
        </Flex>
      ) : null}
    </Panel>
  );
}

function Samples({ values }: { values: readonly string[] }) {
  return (
    <div className="import-samples muted">
      {values.slice(0, 2).map((v) => (
        <div key={v} title={v}>
          {v}
        </div>
      ))}
    </div>
  );
}

function Certainty({ column, isChosen }: { column: Column; isChosen: boolean }) {
  const { t } = useTranslation('imports');
  if (isChosen) return <Tag color="gold">{t('columns.chosen')}</Tag>;
  if (!column.field) return <span className="muted">{t('columns.unused')}</span>;
  if (column.score >= 0.95) return <Tag color="green">{t('columns.certain')}</Tag>;
  return column.score >= 0.75 ? <Tag color="blue">{t('columns.likely')}</Tag> : <Tag color="gold">{t('columns.check')}</Tag>;
}
