import { useQuery } from '@tanstack/react-query';
import { Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { EmptyState, Loading, PageFrame, Panel } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { usePageTitle } from '../../app/page-title.js';
import { moment } from '../../lib/format.js';
import { useAddress } from '../../lib/use-address.js';
import '../../lib/explained.css';
import './dictionary.css';
import { dictionaryKey, getEditions, type Edition } from './dictionary.api.js';
import { DictionaryEditor } from './dictionary-editor.js';

/** 词典: the words that mean the same for search and matching; changed as a draft, tried, and published at once. */
export function DictionaryPage() {
  const { t } = useTranslation('dictionary');
  const { params, change } = useAddress();
  usePageTitle(t('title'));
  const { data, error, refetch } = useQuery({ queryKey: dictionaryKey, queryFn: getEditions });
  if (error) return <FailedToLoad error={error} retry={() => void refetch()} />;
  if (!data) return <Loading rows={10} />;
  const [current] = data;
  const tabs = [
    { key: 'words', label: t('tab.words'), children: current ? <DictionaryEditor key={current.number} edition={current} /> : <EmptyState text={t('empty')} /> },
    { key: 'editions', label: t('tab.editions'), children: <Editions editions={data} /> },
  ];
  return (
    <PageFrame title={t('title')} meta={t('lead')}>
      <Tabs activeKey={params.get('tab') ?? 'words'} onChange={(tab) => change({ tab: tab === 'words' ? null : tab })} items={tabs} />
    </PageFrame>
  );
}

function Editions({ editions }: { editions: Edition[] }) {
  const { t } = useTranslation('dictionary');
  return (
    <Panel>
      <ul className="citations" style={{ margin: 0 }}>
        {editions.map((e) => (
          <li key={e.id}>
            <span className="num">{moment(e.createdAt)}</span> <strong>{t('edition', { number: e.number })}</strong>{' '}
            {t('editionOf', { added: e.added, removed: e.removed, total: e.groups.length })} {e.reason}{' '}
            <span className="muted">{e.publishedBy ?? t('starter')}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
