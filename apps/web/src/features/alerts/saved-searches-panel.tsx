import { App, Button, Popconfirm, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathOfHit } from '@jihui/domain';
import { EmptyState, Panel } from '@jihui/ui';
import { since } from '../../lib/format.js';
import { LinkButton } from '../../lib/link-button.js';
import { errorSentence } from '../../lib/sentences.js';
import { deleteSearch, editSearch, type SavedSearch } from './alerts.api.js';

/** What one looks for again and again, what was published since, and one switch for the mail of each. */
export function SavedSearchesPanel({ searches }: { searches: readonly SavedSearch[] }) {
  const { t } = useTranslation('alerts');
  return (
    <Panel title={t('searches')}>
      {searches.length ? (
        <ul className="alert-list">
          {searches.map((search) => (
            <Row key={search.id} search={search} />
          ))}
        </ul>
      ) : (
        <EmptyState text={t('noSearches')} action={<LinkButton to="/search">{t('toSearch')}</LinkButton>} />
      )}
    </Panel>
  );
}

function Row({ search }: { search: SavedSearch }) {
  const { t } = useTranslation('alerts');
  const { message } = App.useApp();
  const failed = (error: unknown): void => void message.error(errorSentence(error));
  return (
    <li className="alert-item">
      <div className="alert-head">
        <Link to={search.address} className="alert-title">
          {search.name}
        </Link>
        <span className="alert-controls">
          <span className="muted">{t('mailOn')}</span>
          <Switch
            size="small"
            checked={search.mail}
            aria-label={t('mailLabel', { name: search.name })}
            onChange={(mail) => void editSearch(search, mail).catch(failed)}
          />
          <Popconfirm title={t('removeSure')} okText={t('remove')} onConfirm={() => deleteSearch(search.id).catch(failed)}>
            <Button type="link" size="small" danger>
              {t('remove')}
            </Button>
          </Popconfirm>
        </span>
      </div>
      {search.found.length ? <span className="muted">{t('found')}</span> : <span className="muted">{t('notFound')}</span>}
      <ul className="alert-changes">
        {search.found.map((item) => (
          <li key={item.id}>
            <Link to={pathOfHit(item)}>{item.title}</Link>
            <span className="muted num">{since(item.foundAt)}</span>
          </li>
        ))}
      </ul>
    </li>
  );
}
