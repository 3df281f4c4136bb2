import { useQuery } from '@tanstack/react-query';
import { Alert, App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState, Loading, PageFrame, Panel } from '@jihui/ui';
import { FailedToLoad } from '../../app/error-page.js';
import { usePageTitle } from '../../app/page-title.js';
import { errorSentence } from '../../lib/sentences.js';
import { alertKeys, loadAlerts, markSeen, type Alerts } from './alerts.api.js';
import { ItemAlertRow } from './item-alert-row.js';
import { SavedSearchesPanel } from './saved-searches-panel.js';
import { SettingsPanel } from './settings-panel.js';
import './alerts.css';

const shownFirst = 8;

/** What has come into one's match lists and left them, what saved searches have found, and the switches for all of it. */
export function AlertsPage() {
  const { t } = useTranslation('alerts');
  usePageTitle(t('title'));
  const { data, error, refetch } = useQuery({ queryKey: alertKeys.mine, queryFn: loadAlerts });
  if (error) return <FailedToLoad error={error} retry={() => void refetch()} />;
  if (!data) return <Loading rows={8} />;
  return (
    <PageFrame
      title={t('title')}
      meta={t('meta')}
      aside={<SettingsPanel key={data.myAlerts.setting.version} setting={data.myAlerts.setting} />}
    >
      <MatchAlerts alerts={data.myAlerts} />
      <SavedSearchesPanel searches={data.mySavedSearches} />
    </PageFrame>
  );
}

function MatchAlerts({ alerts: { items, unseen, setting } }: { alerts: Alerts }) {
  const { t } = useTranslation('alerts');
  const { message } = App.useApp();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? items : items.slice(0, shownFirst);
  const see = (): void => void markSeen().catch((error: unknown) => message.error(errorSentence(error)));
  const extra = unseen ? (
    <span>
      <span className="muted num">{t('unseen', { count: unseen })}</span>
      <Button type="link" size="small" onClick={see}>
        {t('markSeen')}
      </Button>
    </span>
  ) : null;
  return (
    <Panel title={t('matches')} extra={extra}>
      {setting.personalised ? null : <Alert type="info" showIcon title={t('off')} />}
      {setting.personalised && !items.length ? <EmptyState text={t('none')} /> : null}
      <ul className="alert-list">
        {shown.map((item) => (
          <ItemAlertRow key={item.itemId} alert={item} />
        ))}
      </ul>
      {shown.length < items.length ? <Button onClick={() => setWhole(true)}>{t('showAll', { count: items.length })}</Button> : null}
    </Panel>
  );
}
