import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Panel } from '@jihui/ui';
import type { Preview } from './dictionary.api.js';

type Query = Preview['queries'][number];

/** What the draft would alter, before anything is altered. */
export function DictionaryPreviewPanel({ preview }: { preview: Preview }) {
  const { t } = useTranslation('dictionary');
  const columns = [
    { title: t('query.text'), key: 'text', render: (_: unknown, q: Query) => <Link to={`/search?q=${encodeURIComponent(q.text)}`}>{q.text}</Link> },
    { title: t('query.times'), key: 'times', render: (_: unknown, q: Query) => (q.times ? t('query.asked', { n: q.times }) : t('query.unasked')) },
    { title: t('query.hits'), key: 'hits', render: (_: unknown, q: Query) => <span className="num">{`${q.before} → ${q.after}`}</span> },
    { title: t('query.gained'), key: 'gained', render: (_: unknown, q: Query) => <Items items={q.gained} /> },
    { title: t('query.lost'), key: 'lost', render: (_: unknown, q: Query) => <Items items={q.lost} /> },
  ];
  const words = (groups: Preview['added']): string => groups.map((group) => group.words.join(' = ')).join('；') || t('nothing');
  return (
    <Panel title={t('previewTitle')}>
      <ul>
        <li>{t('previewAdded', { words: words(preview.added) })}</li>
        <li>{t('previewRemoved', { words: words(preview.removed) })}</li>
        <li>{t('previewTried', { tried: preview.tried, changed: preview.queries.length })}</li>
        <li>{t('previewMatched', { n: preview.matched })}</li>
        {preview.newWords.length ? <li>{t('previewNewWords', { words: preview.newWords.join('、') })}</li> : null}
      </ul>
      {preview.queries.length ? <Table<Query> rowKey="text" size="small" columns={columns} dataSource={preview.queries} pagination={false} scroll={{ x: true }} /> : <p>{t('previewSame')}</p>}
      <p className="muted">{t('previewHow')}</p>
    </Panel>
  );
}

function Items({ items }: { items: Query['gained'] }) {
  return (
    <>
      {items.map((item) => (
        <div key={item.id}>
          <Link to={`/${item.kind === 'ACHIEVEMENT' ? 'achievements' : 'demands'}/${item.id}`}>{item.title}</Link>
        </div>
      ))}
    </>
  );
}
